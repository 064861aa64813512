import type { Contact } from './contact.ts';
import type { Passage } from './passage.ts';
import type { Problem } from './problem.ts';

/** What a release is: decided by its folder or its front matter. */
export type ReleaseKind =
  | 'press-release'
  | 'speech'
  | 'parliamentary-reply'
  | 'forum-reply'
  | 'announcement'
  | 'consultation'
  | 'publication'
  | 'news'
  | 'other';

/** The day of a release in its own calendar, and where that day was read. */
export type ReleaseDate = {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly source: 'file name' | 'front matter' | 'printed line';
};

/** One Markdown file, understood. */
export type Release = {
  /** The permalink, else the file name without date and extension. Stays the same when a file is renamed. */
  readonly id: string;
  /** Path relative to the releases folder, with `/`. */
  readonly file: string;
  readonly title: string;
  /** `undefined` is normal, and shown as "undated". */
  readonly date: ReleaseDate | undefined;
  readonly kind: ReleaseKind;
  /** Path on the press office's own site, such as `/media-hub/press-releases/x`; never another host. */
  readonly permalink: string | undefined;
  /** Where an empty post points: an outside page or a document. Absolute http(s), or a path on the own site. */
  readonly link: string | undefined;
  readonly agency: string | undefined;
  /** Names of sectors from front matter; sectors told from the text are the desk's business. */
  readonly sectors: readonly string[];
  /** ISO 639-1 of most of the body: `en`, `zh`, `ms` or `ta`. */
  readonly language: string;
  readonly passages: readonly Passage[];
  readonly contacts: readonly Contact[];
  /** Not to be seen before this instant. */
  readonly embargo: Date | undefined;
  readonly status: 'published' | 'corrected' | 'withdrawn';
  /** The editor's words on a correction or a withdrawal. */
  readonly note: string | undefined;
  /** Ids or files of the releases that this one replaces. */
  readonly supersedes: readonly string[];
  /** First 12 hexadecimal digits of the SHA-256 of the file: its version. */
  readonly version: string;
  readonly problems: readonly Problem[];
};

/** A file that cannot be served, and what its editor can do about it. */
export type Rejection = {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
  /** `warning` where nothing is lost, as with a second copy of the same text; else it is an error. */
  readonly level?: 'warning';
  /** The file says, or may say, that nobody is to see it: an older version that was read is not served either. */
  readonly hides?: true;
};

/** Everything understood from a releases folder at one moment. */
export type ReleaseSet = {
  readonly releases: readonly Release[];
  readonly rejected: readonly Rejection[];
};
