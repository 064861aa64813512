import { escapeMrkdwn, LIMIT, plain } from '../block-kit.ts';

/** From what everything has room in, down to what fits even where every character must be escaped. */
const limits = [LIMIT.richText, 600, 250, 100, 40, 15] as const;

/**
 * The longest form of something whose text fits a message. Blocks are drawn from the same form, so that what is seen
 * is also heard: a text that is cut at the end would keep its end from a screen reader.
 *
 * @param shortened the thing with no text of people or files in it longer than `limit` characters
 */
export function fitted<T>(shortened: (limit: number) => T, textOf: (form: T) => string): T {
  const fits = (form: T) => escapeMrkdwn(plain(textOf(form))).length <= LIMIT.messageText;
  for (const limit of limits) {
    const form = shortened(limit);
    if (fits(form)) return form;
  }
  return shortened(limits[limits.length - 1] ?? 0);
}
