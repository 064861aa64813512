declare module 'wink-porter2-stemmer' {
  /** The Snowball-English (Porter 2) stem of one lower-case word. */
  const stem: (word: string) => string;
  export = stem;
}
