import { readFileName } from './file-name.ts';
import type { Problem } from './problem.ts';
import type { ReleaseFields } from './release-fields.ts';

/** Where a release lives, and where an empty post points. */
export type Target = {
  readonly id: string;
  readonly permalink: string | undefined;
  readonly link: string | undefined;
  readonly problems: readonly Problem[];
};

/**
 * Reads permalink, `external` and `file_url`. A permalink is a path on the press office's own site; one that names
 * another host is where the post points instead.
 *
 * @param empty whether the body is empty
 */
export function readTarget(
  file: string,
  { permalink: given, external, file_url: document }: ReleaseFields,
  lineOf: (field: string) => number,
  empty: boolean,
): Target {
  const problems: Problem[] = [];
  const permalink = given === undefined ? undefined : ownPath(given);
  const elsewhere = given !== undefined && permalink === undefined ? webAddress(given) : undefined;
  if (given !== undefined && permalink === undefined && elsewhere === undefined)
    problems.push({
      level: 'warning',
      line: lineOf('permalink'),
      message: `“permalink: ${given.slice(0, 60)}” is no path on your site: start it with one /`,
    });
  const pointed = [external, document].map((target) =>
    target === undefined ? undefined : (webAddress(target) ?? ownPath(target)),
  );
  const link = elsewhere ?? (empty ? (pointed[0] ?? pointed[1]) : undefined);
  if (empty && link === undefined)
    problems.push({
      level: 'warning',
      line: 1,
      message: 'The body is empty and points to no document: add text, “file_url” or “external”',
    });
  return { id: permalink?.replace(/\/+$/, '') || idFromFile(file), permalink, link, problems };
}

/** The file's name without date; the whole path where nothing else is left. */
export const idFromFile = (file: string): string =>
  readFileName(file).slug || file.replace(/\.[a-z]+$/i, '');

/** A path such as `/news/x`; never `//host`, `/\host` or a scheme. */
const ownPath = (value: string): string | undefined => {
  if (/^[a-z][a-z0-9+.-]*:|^\/[/\\]|^\\|\\/i.test(value)) return undefined;
  return value.startsWith('/') ? value : `/${value}`;
};

const webAddress = (value: string): string | undefined =>
  /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(value) && URL.canParse(value) ? value : undefined;
