import type { Clock } from '../clock.ts';
import type { Retention } from './retention.ts';

const DAY_MS = 24 * 60 * 60_000;

/** How long what is kept, in days, as desk.yml has it. */
export type Keeping = {
  readonly recordsDays: number;
  readonly answersDays: number;
  readonly feedbackDays: number;
  readonly dutyDays: number;
};

type Deps = {
  readonly store: Retention;
  readonly now: Clock;
  /** Whether Slack knows this person no more, or only as somebody who left; `undefined` where it cannot be told now. */
  readonly hasLeft: (userId: string) => Promise<boolean | undefined>;
};

export type Forgotten = {
  readonly rows: number;
  /** References of the enquiries whose whole record went. */
  readonly records: readonly string[];
  readonly people: number;
};

/** Removes what has been kept for its time. What cannot be told to be over stays. May be called as often as one likes. */
export async function forget({ store, now, hasLeft }: Deps, keep: Keeping): Promise<Forgotten> {
  const before = (days: number) => new Date(now().getTime() - days * DAY_MS);
  const rows = await store.forgetOld({
    answersBefore: before(keep.answersDays),
    feedbackBefore: before(keep.feedbackDays),
    dutyBefore: before(keep.dutyDays),
  });
  const records = await store.removeRecords(before(keep.recordsDays));
  let people = 0;
  for (const userId of await store.knownFollowers())
    if ((await hasLeft(userId)) === true) {
      await store.forgetPerson(userId);
      people += 1;
    }
  return { rows, records, people };
}
