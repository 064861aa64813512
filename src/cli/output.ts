/** Where a command writes, and how: injected, so that a test reads what a person would. */
export type Output = {
  /** Standard output, one line. */
  readonly print: (line: string) => void;
  /** Standard error: one readable line for each thing that went wrong. */
  readonly complain: (line: string) => void;
  /** Width of the terminal; absent where standard output is none. */
  readonly columns?: number;
  /** Shows how far a long work is, in the place of what it showed before; absent where nobody watches. */
  readonly progress?: (line: string) => void;
};

/** Exit status: 0 done, 1 found something wrong, 2 wrong usage. */
export type Status = 0 | 1 | 2;

/** Something the person at the terminal can put right. Its message is shown as it is, and the status is 1. */
export class Complaint extends Error {
  override readonly name = 'Complaint';
}
