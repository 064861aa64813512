/** Where a command writes, and how: injected, so that a test reads what a person would. */
export type Output = {
  /** Standard output. */
  readonly print: (line: string) => void;
  /** Standard error: one readable line for each thing that went wrong. */
  readonly complain: (line: string) => void;
  readonly json: boolean;
};

/** Exit status: 0 done, 1 found something wrong, 2 wrong usage. */
export type Status = 0 | 1 | 2;

/** Prints a value as one line of JSON. */
export const printJson = ({ print }: Output, value: unknown): void => print(JSON.stringify(value));
