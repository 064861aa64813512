/** The parts of an instant as a clock on the wall of that zone shows them. */
export type WallTime = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** Reads an instant in a zone (IANA name). */
export function wallTime(instant: Date, zone: string): WallTime {
  const parts = new Map<string, number>(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: string) => parts.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

const utcOf = (wall: WallTime) =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);

/**
 * The instant at which the clock of a zone shows this. Where the clock jumps over it, the instant just after the jump
 * by the same distance; where it shows it twice, the first.
 */
export function instantOf(wall: WallTime, zone: string): Date {
  const wanted = utcOf(wall);
  const offsetAt = (ms: number) => utcOf(wallTime(new Date(ms), zone)) - ms;
  const day = 86_400_000;
  const offsets = [offsetAt(wanted - day), offsetAt(wanted + day)];
  const fitting = offsets.find((offset) => offsetAt(wanted - offset) === offset);
  return new Date(wanted - (fitting ?? offsets[0] ?? 0));
}

/** How many days of the calendar lie between two instants in a zone; 1 when `b` is tomorrow. */
export function calendarDays(a: Date, b: Date, zone: string): number {
  const dayOf = (instant: Date) => {
    const { year, month, day } = wallTime(instant, zone);
    return Date.UTC(year, month - 1, day) / 86_400_000;
  };
  return dayOf(b) - dayOf(a);
}
