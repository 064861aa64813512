import { calendarDays, wallTime } from './zone-time.ts';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const two = (number: number) => String(number).padStart(2, '0');

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return `${day}th`;
  return `${day}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
}

/** `2:05 PM`, or with seconds. */
export function clockTime(instant: Date, zone: string, seconds = false): string {
  const { hour, minute, second } = wallTime(instant, zone);
  const shown = `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)}${seconds ? `:${two(second)}` : ''}`;
  return `${shown} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `3 minutes ago`, `in 2 hours`; whole units, the largest that fits. */
function relative(instant: Date, now: Date): string {
  const seconds = Math.round((instant.getTime() - now.getTime()) / 1000);
  const units = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ] as const;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en').format(Math.trunc(seconds / size), unit);
}

/**
 * Fills a date format of Slack (`<!date^…>`, or a date of rich text) for a reader in `zone`. The year is left out
 * within six months; *pretty* dates say today, yesterday and tomorrow, with a capital where they begin the text.
 *
 * @param epoch - Unix seconds.
 * @param format - Text with tokens such as `{date_short_pretty}`; unknown ones stay as written.
 */
export function formatDate(epoch: number, format: string, zone: string, now: Date): string {
  const instant = new Date(epoch * 1000);
  if (Number.isNaN(instant.getTime())) return '';
  const { year, month, day } = wallTime(instant, zone);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  const nearby = Math.abs(instant.getTime() - now.getTime()) < 182 * 86_400_000;
  const withYear = (text: string) => (nearby ? text : `${text}, ${year}`);
  const full = `${months[month - 1]} ${ordinal(day)}`;
  const date = withYear(full);
  const short = withYear(`${months[month - 1]?.slice(0, 3)} ${day}`);
  const long = `${weekday}, ${withYear(full)}`;
  const near = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[
    String(calendarDays(now, instant, zone))
  ];
  const tokens: Record<string, string> = {
    date_num: `${year}-${two(month)}-${two(day)}`,
    date_slash: `${two(day)}/${two(month)}/${year}`,
    date,
    date_short: short,
    date_long: long,
    date_long_full: `${months[month - 1]} ${day}, ${year}`,
    date_pretty: near ?? date,
    date_short_pretty: near ?? short,
    date_long_pretty: near ?? long,
    day_divider_pretty: near ?? long,
    time: clockTime(instant, zone),
    time_secs: clockTime(instant, zone, true),
    ago: relative(instant, now),
  };
  return format.replace(/\{([a-z_]+)\}/g, (written, name: string, at: number) => {
    const text = tokens[name] ?? written;
    return at === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  });
}
