/** Something an editor should know about a file. An `error` keeps the file, or a part of it, from being served. */
export type Problem = {
  readonly level: 'error' | 'warning' | 'info';
  /** 1-based line of the file. */
  readonly line: number;
  /** What is wrong and what to do. */
  readonly message: string;
};
