import type { Lettering } from './list-mark.ts';

/** One printed line: what stands between two line breaks. */
export type Line = {
  readonly text: string;
  /** All of it is bold or underlined. */
  readonly bold: boolean;
  /** All of it is a link. */
  readonly linked: boolean;
  /** 1-based line of the file where it starts. */
  readonly line: number;
};

export type TableRow = {
  readonly cells: readonly string[];
  readonly head: boolean;
  readonly line: number;
};

/** What a body is made of, before it is decided what each part means. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly text: string;
      readonly line: number;
    }
  | { readonly kind: 'text'; readonly lines: readonly Line[] }
  | {
      readonly kind: 'list';
      /** The number of the first item; `undefined` where the items are not numbered. */
      readonly start: number | undefined;
      /** Where letters are printed instead of numbers. */
      readonly lettering?: Lettering | undefined;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'rule'; readonly line: number }
  | { readonly kind: 'quote' | 'note'; readonly blocks: readonly Block[] };
