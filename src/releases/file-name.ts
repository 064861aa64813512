/** What a release's file name says. */
export type FileName = {
  /** `YYYY-MM-DD`, where the name starts with a day that exists. */
  readonly day: string | undefined;
  /** The name without folder, date, the content system's `post-`, `file-` or `link-`, and extension; may be empty. */
  readonly slug: string;
};

/** Reads `2019-11-19-post-some-title.md`. */
export function readFileName(file: string): FileName {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  const dated = /^(\d{4}-\d{2}-\d{2})(?:-(?:(?:post|file|link)-)?|$)(.*)$/su.exec(name);
  const day = dated?.[1];
  return day !== undefined && isDay(day)
    ? { day, slug: dated?.[2] ?? '' }
    : { day: undefined, slug: name };
}

/** Whether `YYYY-MM-DD` names a day of the calendar, between 1900 and 2199. */
export function isDay(day: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) return false;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return (
    year >= 1900 &&
    year < 2200 &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= daysIn(year, month)
  );
}

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();
