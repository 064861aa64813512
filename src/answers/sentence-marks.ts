/** What the form of a sentence tells, whatever is asked. */
export type SentenceMarks = {
  /** Closes with a stop of some kind. */
  readonly ended: boolean;
  /** Opens with "He", "This" or "The programme": speaks of what the sentence before named. */
  readonly pronounStart: boolean;
  readonly question: boolean;
  /** Opens with a small letter: was cut in two. */
  readonly fragment: boolean;
  /** Can never be an answer. */
  readonly noAnswer: boolean;
};

/** What a member of parliament asked: it names everything that the answer is about, and answers nothing. */
const putToMinister =
  /^(?:\W|\d)*(?:(?:Mr|Mrs|Ms|Mdm|Miss|Dr|Er|Prof|Professor|Assoc(?:iate)?\.? Prof(?:essor)?|Assistant Prof(?:essor)?|Sir)\b.{2,80}?\basked|To ask) the (?:(?:Acting|Coordinating|Deputy|Prime|Second|Senior) )*Minister\b/;

/** The name of a file to fetch: "Annex A – Shopping malls (81 KB)". */
const attachment = /\((?:(?:pdf|docx?|xlsx?|pptx?|zip|jpe?g|png)[ ,–-]*)?\d[\d.,]* ?[km]b\)\W*$/i;

const pronounStart =
  /^(?:he|she|it|they|his|her|its|their|this|these|those|such|both|the (?:programme|scheme|initiative|project|app|agency|company|ministry|award|fund|system|pilot|trial|event)) ?\b/i;

/** Reads the marks off a sentence's text. */
export const readMarks = (text: string): SentenceMarks => ({
  ended: /[.!?;:,]["”’)]?$/.test(text),
  pronounStart: pronounStart.test(text),
  question: /\?["”’)]?$/.test(text),
  fragment: /^[\p{Ll},;)]/u.test(text),
  noAnswer: putToMinister.test(text) || attachment.test(text),
});
