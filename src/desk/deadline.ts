/** What became of somebody's words about when they need an answer. */
export type Deadline =
  | {
      readonly kind: 'at';
      readonly at: Date;
      /** The IANA zone in which the words were read: the one they name, else the asker's. */
      readonly zone: string;
      /** It must be read back as a question ("…, is that right?"): never set in silence. */
      readonly confirm: boolean;
      /** Read back in both zones: "Wed 25 Nov 2026, 5:00 pm London time (Thu 26 Nov, 1:00 am Singapore)". */
      readonly understood: string;
      /** The words it was read from, as they stand in the text. */
      readonly matched: string;
    }
  | {
      readonly kind: 'ask';
      /** What to ask back, as a whole sentence. */
      readonly question: string;
      /** As much as was understood, such as "Thu 26 Nov 2026, no time given"; may be empty. */
      readonly understood: string;
      readonly matched: string;
    }
  | { readonly kind: 'none' };
