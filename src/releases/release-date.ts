import { readFileName } from './file-name.ts';
import type { Problem } from './problem.ts';
import type { ReleaseDate } from './release.ts';
import { readWrittenDay } from './written-day.ts';

/** Where a release may say its day. */
export type DateSources = {
  readonly file: string;
  readonly frontMatter: { readonly value: string; readonly line: number } | undefined;
  /** The first lines of the body. */
  readonly opening: readonly { readonly text: string; readonly line: number }[];
};

/**
 * The day of a release: from the file name, else front matter, else the date printed near the top. Sources that
 * disagree are reported, since one of them is a mistake that readers will see.
 */
export function readReleaseDate({ file, frontMatter, opening }: DateSources): {
  date: ReleaseDate | undefined;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const found: (ReleaseDate & { line: number })[] = [];
  const { day } = readFileName(file);
  if (day !== undefined) found.push({ day, source: 'file name', line: 1 });
  if (frontMatter !== undefined) {
    const written = readWrittenDay(frontMatter.value);
    if (written) found.push({ day: written.day, source: 'front matter', line: frontMatter.line });
    else
      problems.push({
        level: 'warning',
        line: frontMatter.line,
        message: `“date: ${frontMatter.value.slice(0, 40)}” is no day: write it as 2019-11-19`,
      });
  }
  const printed = printedDay(opening);
  if (printed) found.push({ day: printed.day, source: 'printed line', line: printed.line });

  const [first] = found;
  const other = found.find(
    ({ day, source }) => first && source !== first.source && day !== first.day,
  );
  if (first && other)
    problems.push({
      level: 'warning',
      line: other.line,
      message: `The ${first.source} says ${first.day}, the ${other.source} says ${other.day}; the ${first.source} counts. Correct the wrong one`,
    });
  return { date: first && { day: first.day, source: first.source }, problems };
}

/** A line near the top that holds a date and nothing else, or the site's "21 Oct 2022 Posted in …". */
function printedDay(opening: DateSources['opening']): { day: string; line: number } | undefined {
  for (const { text, line } of opening) {
    const words = text.replace(/^(?:date:?|updated:?)\s+/i, '');
    const written = readWrittenDay(words);
    if (written && /^\W*$|^\s*posted in\b/i.test(words.slice(written.length)))
      return { day: written.day, line };
  }
  return undefined;
}
