/** Words of time in another language: how they are written, and the English for what was found. */
export type TimeWord = readonly [RegExp, (...groups: string[]) => string];

/** The same English whatever was found, apart from what stands beside it. */
export const word = (english: string) => (): string => ` ${english} `;
