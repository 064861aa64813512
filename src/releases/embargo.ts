import { DateTime } from 'luxon';

/**
 * Reads an instant as an editor types it: `2026-03-01T10:00:00+08:00`, `2026-03-01 10:00` (in the desk's zone), or
 * `2026-03-01` (the start of that day in the desk's zone).
 *
 * @param zone IANA zone of the press office, such as `Asia/Singapore`
 * @returns `undefined` where the text is no instant, or a wall time that a clock change skips
 */
export function readEmbargo(text: string, zone: string): Date | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:(?:[ T]|, )\s*(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i.exec(
      text.trim(),
    );
  if (match === null) return undefined;
  const [, day = '', time = '00:00', offset] = match;
  const wall = `${day}T${time.padStart(time.length < 5 || time.length === 7 ? time.length + 1 : time.length, '0')}`;
  const instant =
    offset === undefined
      ? DateTime.fromISO(wall, { zone })
      : DateTime.fromISO(`${wall}${offset.toUpperCase()}`, { setZone: true });
  if (!instant.isValid) return undefined;
  return instant.toISO()?.startsWith(wall) ? instant.toJSDate() : undefined;
}
