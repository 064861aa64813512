import type { Draft } from './draft.ts';

const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?';
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const onlyDate = new RegExp(
  `^(?:date:?\\s*)?${weekday}(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${month},?|${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?)\\s+\\d{4}\\.?$`,
  'i',
);

const furniture: readonly RegExp[] = [
  onlyDate,
  /^(?:page )?last updated\b(?: on\b|:)?/i,
  /^\d{1,2} \w{3,9} \d{4} posted in\b/i,
  /^(?:share (?:this|on|via)|share:?$|follow us\b|tweet\b|print this\b|e-?mail this\b)/i,
  /^(?:back to top|read more|for immediate release|embargoed until\b.*|ends?|the end)\.?$/i,
  /^(?:for|contact for) (?:all )?(?:media|press) (?:enquir|inquir|quer|clarif)\w+\b.{0,60}$/i,
  /^(?:media|press) contacts?:?$/i,
  /^\[?press release issued by\b/i,
  /^[-–—*#_=~.•\s]+(?:end(?:s|ed)?)?[-–—*#_=~.•\s]*$/i,
];

/** Lines that belong to the page rather than to the release: printed dates, footers, links to share, "For media enquiries". */
export const isFurniture = (text: string): boolean =>
  text.length < 160 && furniture.some((pattern) => pattern.test(text));

/** Whether a line is a date and no more. */
export const isOnlyDate = (text: string): boolean => onlyDate.test(text);

/** "About the Land Office: it was founded…", a closing part on one line with its heading. */
export const isRunInAbout = (text: string): boolean =>
  /^about (?:the )?\p{Lu}[^.:]{2,100}:\s/iu.test(text) && /^About (?:the )?\p{Lu}/u.test(text);

/** A paragraph that is nothing but a link to the same text elsewhere. */
export const isPointer = ({ linked, text }: Draft): boolean =>
  linked &&
  text.length < 160 &&
  /\b(?:pdf|download|click here|read more|view|watch|transcript|version)\b/i.test(text);

/** A parliamentary question as it is printed above the reply. */
export const isQuestion = (text: string): boolean =>
  /\b(?:to )?ask the (?:(?:acting|coordinating|deputy|prime|second|senior) )*minister\b/i.test(
    text.slice(0, 250),
  );

/** A part of a question put to a minister, on a line of its own. */
export const isQuestionPart = (text: string): boolean =>
  /^(?:\([a-z]+\)|[a-z][.)])\s|^(?:whether|if|what|how|when|why|and)\b/i.test(text);
