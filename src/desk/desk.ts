import { IANAZone } from 'luxon';
import { z } from 'zod';
import { isSlackUserId } from './person.ts';

const problem = (message: string) => ({ error: message });

const Text = z
  .string(problem('must be text; put it between quote marks'))
  .trim()
  .min(1, problem('must not be empty: write it, or delete the line'));

const Day = Text.refine(
  isCalendarDay,
  problem('must be a day that exists, written 2026-12-25 (year-month-day)'),
);

const Email = z
  .email(problem('must be an e-mail address such as tan_ah_kow@agency.gov.sg'))
  .transform((address) => address.toLowerCase());

/** A person is named by e-mail address or by Slack id, wherever desk.yml asks for one. */
const Person = Text.refine(
  (text) => isSlackUserId(text) || z.email().safeParse(text).success,
  problem('must be an e-mail address, or a Slack id such as U012AB3CD'),
).transform((text) => (isSlackUserId(text) ? text : text.toLowerCase()));

const Hours = Text.regex(
  /^(?:[01]?\d|2[0-3]):[0-5]\d\s*(?:-|–|to)\s*(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)$/,
  problem('must be opening and closing time, such as 09:00-18:00, or "closed"'),
)
  .transform((text) => {
    const [from = '', to = ''] = text.split(/\s*(?:-|–|to)\s*/);
    return { from: from.padStart(5, '0'), to: to.padStart(5, '0') };
  })
  .refine(({ from, to }) => from < to, problem('must close later than it opens'))
  .readonly();

const DayHours = z.union([z.literal('closed').transform(() => null), Hours], {
  error: 'must be opening and closing time, such as 09:00-18:00, or "closed"',
});

const Days = z
  .int(problem('must be a whole number of days'))
  .min(1, problem('must be at least 1 day'))
  .max(36_500, problem('must be at most 36500 days'));

/** A turn of duty may begin and end at an hour. */
const DayOrTime = Text.refine(
  (text) =>
    isCalendarDay(text.slice(0, 10)) && /^(?: (?:[01]\d|2[0-3]):[0-5]\d)?$/.test(text.slice(10)),
  problem('must be a day, such as 2026-12-25, or a day and time, such as 2026-12-25 23:00'),
);

const Period = { from: Day, to: Day };
const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const endsAfterStart = { error: 'ends before it starts: exchange from and to', path: ['to'] };

const list = <T extends z.ZodType>(item: T) =>
  z.array(item, problem('must be a list: one entry a line, each after "- "')).readonly();

const Holiday = z.strictObject({ date: Day, name: Text }).readonly();

const Sector = z
  .strictObject({ name: Text, words: list(Text).default([]), contacts: list(Email).default([]) })
  .readonly();

const DeskPerson = z
  .strictObject({
    email: Email,
    slackId: Text.refine(
      isSlackUserId,
      problem('must be a Slack member id such as U012AB3CD (profile, "Copy member ID")'),
    ).optional(),
    name: Text.optional(),
    phone: Text.optional(),
    away: list(z.strictObject(Period).refine(inOrder, endsAfterStart).readonly()).default([]),
    movedTo: Text.optional(),
  })
  .readonly();

const Turn = z
  .strictObject({ from: DayOrTime, to: DayOrTime, person: Person })
  .refine((turn) => turnBegins(turn) < turnEnds(turn), endsAfterStart)
  .readonly();

const Channel = Text.regex(
  /^(?:#?[a-z0-9_\p{L}-]{1,80}|[CG][A-Z0-9]{6,})$/u,
  problem('must be a channel id such as C012AB3CD, or a name such as press-desk'),
).transform((text) => text.replace(/^#/, ''));

/** Everything that desk.yml may say. What is left out has the meaning that its default gives it. */
export const DeskFile = z
  .strictObject({
    name: Text.default('Press office'),
    site: z
      .url({
        protocol: /^https$/,
        error: 'must be the site address, such as https://www.agency.gov.sg',
      })
      .transform((address) => address.replace(/\/+$/, ''))
      .optional(),
    zone: Text.refine(
      (zone) => IANAZone.isValidZone(zone),
      problem('must be a time zone such as Asia/Singapore'),
    ).default('Asia/Singapore'),
    hours: z
      .strictObject({
        monday: DayHours.default({ from: '09:00', to: '18:00' }),
        tuesday: DayHours.default({ from: '09:00', to: '18:00' }),
        wednesday: DayHours.default({ from: '09:00', to: '18:00' }),
        thursday: DayHours.default({ from: '09:00', to: '18:00' }),
        friday: DayHours.default({ from: '09:00', to: '18:00' }),
        saturday: DayHours.default(null),
        sunday: DayHours.default(null),
      })
      .readonly()
      .prefault({}),
    holidays: list(Holiday).default([]),
    channels: z
      .strictObject({ desk: Channel.optional(), newsroom: Channel.optional() })
      .readonly()
      .prefault({}),
    staff: z
      .strictObject({
        userGroup: Text.regex(
          /^S[A-Z0-9]{6,}$/,
          problem('must be a user group id such as S012AB3CD (not its @name)'),
        ).optional(),
        people: list(Person).default([]),
      })
      .readonly()
      .prefault({}),
    fallbackContact: z
      .strictObject({ name: Text, email: Email.optional(), phone: Text.optional() })
      .readonly()
      .optional(),
    sectors: list(Sector).default([]),
    people: list(DeskPerson).default([]),
    rota: list(Turn).default([]),
    swaps: list(Turn).default([]),
    outlets: list(
      z
        .strictObject({
          workspace: Text.regex(
            /^[TE][A-Z0-9]{6,}$/,
            problem('must be a workspace id such as T012AB3CD'),
          ),
          name: Text,
        })
        .readonly(),
    ).default([]),
    staleAfterDays: Days.default(730),
    showMobiles: z
      .enum(['staff', 'staff-and-asker', 'everyone'], {
        error: 'must be staff, staff-and-asker or everyone',
      })
      .default('staff-and-asker'),
    retention: z
      .strictObject({
        personalDataDays: Days.default(365),
        recordsDays: Days.default(1_825),
        answersDays: Days.default(365),
        feedbackDays: Days.default(365),
        dutyDays: Days.default(365),
      })
      .readonly()
      .prefault({}),
  })
  .readonly();

/** The press office as desk.yml describes it: read once, never re-checked inside. */
export type Desk = z.infer<typeof DeskFile>;

/** Somebody in `Desk.people`. Days of absence are inclusive, in the desk's zone. */
export type DeskPerson = Desk['people'][number];

/** A turn of duty in the desk's zone: days, both inclusive, or from an hour of one to an hour of another. */
export type Turn = Desk['rota'][number];

/** The days of a week as desk.yml names them, Monday first (ISO 8601). */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** What holds without a desk.yml: Singapore's zone, office hours on weekdays, nobody named. */
export const defaultDesk: Desk = DeskFile.parse({});

/** When a turn begins, as `2026-12-25 23:00`: text that sorts by time. */
export function turnBegins({ from }: { readonly from: string }): string {
  return from.length > 10 ? from : `${from} 00:00`;
}

/** When a turn is over: the first minute that is not of it. */
export function turnEnds({ to }: { readonly to: string }): string {
  return to.length > 10 ? to : `${to} 24:00`;
}

function isCalendarDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return (
    year !== '' && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  );
}
