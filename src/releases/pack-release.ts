import type { Release } from './release.ts';

/** A release with what is worked out of it once and for all. */
export type Understood = {
  readonly release: Release;
  /** Digest of its text: that of releases with the same text is the same. */
  readonly digest: string;
  /** What whoever reads the folder wants to have of each release besides: plain JSON. */
  readonly extra: unknown;
};

/** Writes it as one line of JSON. */
export const packRelease = ({ release, digest, extra }: Understood): string =>
  JSON.stringify({ release, digest, extra });

/** Reads what `packRelease` wrote. */
export function unpackRelease(json: string): Understood {
  const { release, digest, extra } = JSON.parse(json) as Stored;
  const embargo = release.embargo === undefined ? undefined : new Date(release.embargo);
  return { release: { ...blank, ...release, embargo }, digest, extra };
}

/** JSON leaves out what is `undefined` and writes an instant as text. */
type Stored = Omit<Understood, 'release'> & {
  readonly release: Omit<Release, 'embargo'> & { readonly embargo?: string };
};

const blank = {
  date: undefined,
  permalink: undefined,
  link: undefined,
  agency: undefined,
  note: undefined,
};
