import { DateTime } from 'luxon';
import { answerQuestion } from './answers/answer-question.ts';
import type { Clock } from './clock.ts';
import type { Desk } from './desk/desk.ts';
import { onDuty } from './desk/duty.ts';
import { type Line, lineStanding } from './desk/lines.ts';
import { isSlackUserId } from './desk/person.ts';
import { isWorkingTime } from './desk/working-time.ts';
import { tellingBy } from './enquiries/alike-questions.ts';
import { tellReleased } from './enquiries/tell-released.ts';
import { watchSurges } from './enquiries/watch-surges.ts';
import type { Library } from './library.ts';
import { fullHourIn } from './slack/surge-telling.ts';
import type { Store } from './store/open-store.ts';

type Deps = {
  readonly store: Store;
  readonly library: () => Pick<Library, 'index' | 'reading'>;
  readonly desk: () => Desk;
  readonly lines: () => Promise<readonly Line[]>;
  readonly now: Clock;
  readonly newId: () => string;
  /** Slack id of the member with this address. */
  readonly slackIdOf: (email: string) => Promise<string | undefined>;
};

/** Looks for many enquiries on one subject, and for what is released on it; how much there was to tell. */
export type SurgeWatch = () => Promise<number>;

export function openSurgeWatch(deps: Deps): SurgeWatch {
  const { store, library, desk, lines, now, newId, slackIdOf } = deps;
  const checked = new Map<string, string>();
  return async () => {
    const { index } = library();
    const telling = tellingBy((term) => index.idf(term));
    const known = await lines();
    const officer = await dutyOfficer(deps);
    const changed = await watchSurges({
      store,
      now,
      newId,
      telling,
      dutyOfficer: () => officer,
      staff: await staffIds(desk(), slackIdOf),
      mayDisturb: (at, deadlines) => mayDisturb(desk(), at, deadlines),
      maySay: (id, text, at) =>
        known.some(
          (line) => line.id === id && line.text === text && lineStanding(line, at) === 'ready',
        ),
      fullHour: (at) => fullHourIn(desk().zone, at),
    });
    if (library().reading() !== undefined) return changed;
    const { zone, sectors } = desk();
    const told = await tellReleased(
      {
        store,
        now,
        telling,
        visible: () => index.releases(now()),
        answer: (question) => answerQuestion(index, question, { now: now(), zone, sectors }),
      },
      checked,
    );
    return changed + told;
  };
}

async function dutyOfficer({ desk, now, slackIdOf }: Deps): Promise<string | undefined> {
  const officer = onDuty(desk(), now());
  if (officer === undefined || officer.slackId !== null) return officer?.slackId ?? undefined;
  return officer.email === null ? undefined : slackIdOf(officer.email);
}

const staffIds = async (
  { staff }: Desk,
  slackIdOf: Deps['slackIdOf'],
): Promise<readonly string[]> => {
  const ids = await Promise.all(
    staff.people.map((person) => (isSlackUserId(person) ? person : slackIdOf(person))),
  );
  return ids.filter((id) => id !== undefined);
};

/** An incident does not keep office hours: by day whoever has the desk is told, by night only where it is due by night. */
function mayDisturb(desk: Desk, at: Date, deadlines: readonly Date[]): boolean {
  const { hour } = DateTime.fromJSDate(at, { zone: desk.zone });
  const isDay = hour >= FIRST_HOUR && hour < LAST_HOUR;
  return (
    isWorkingTime(desk, at) ||
    isDay ||
    deadlines.some((deadline) => deadline > at && deadline.getTime() - at.getTime() < NIGHT_MS)
  );
}

const FIRST_HOUR = 7;
const LAST_HOUR = 22;
/** A deadline within this of somebody asleep falls in the night. */
const NIGHT_MS = 9 * 60 * 60_000;
