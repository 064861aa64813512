import type { Clock } from './clock.ts';
import type { Desk } from './desk/desk.ts';
import { type DutyOfficer, deskDay, onDuty } from './desk/duty.ts';
import { type DutyChange, withDutyChanges, withPerson } from './desk/duty-change.ts';
import type { DutyChanges } from './enquiries/change-duty.ts';

/** The desk as desk.yml and what people settled in Slack have it together. */
export type DutyBook = {
  readonly desk: () => Desk;
  /** Reads again what was settled; at once after a change, and now and then for what other processes took. */
  refresh(): Promise<void>;
};

type Deps = {
  readonly store: Pick<DutyChanges, 'dutyChangesFrom'>;
  /** As desk.yml has it. */
  readonly desk: () => Desk;
  readonly now: Clock;
  /** Slack id of the member with this address. */
  readonly slackIdOf: (email: string) => Promise<string | undefined>;
  /** What the member of this Slack id is called. */
  readonly nameOf: (slackId: string) => Promise<string>;
};

/** Somebody who is on duty, as Slack knows them. */
type Officer = { readonly email: string; readonly slackId: string; readonly name: string };

/** Everything that asks who is on duty, or away, asks this: so that routing follows a swap without knowing of any. */
export function openDutyBook(deps: Deps): DutyBook {
  const { store, desk, now } = deps;
  let changes: readonly DutyChange[] = [];
  let officer: Officer | undefined;
  let made: { of: Desk; from: unknown; with: unknown; desk: Desk } | undefined;
  const current = () => {
    const of = desk();
    if (made?.of !== of || made.from !== changes || made.with !== officer)
      made = {
        of,
        from: changes,
        with: officer,
        desk:
          officer === undefined
            ? withDutyChanges(of, changes)
            : withPerson(withDutyChanges(of, changes), officer),
      };
    return made.desk;
  };
  return {
    desk: current,
    async refresh() {
      const read = await store.dutyChangesFrom(deskDay(desk(), now()));
      // The same list again must not make the desk anew at every look.
      if (JSON.stringify(read) !== JSON.stringify(changes)) changes = read;
      officer = (await officerOf(deps, onDuty(current(), now()))) ?? officer;
    },
  };
}

/** Whoever is on duty by address or Slack id alone, with the other and the name; `undefined` where nothing is missing. */
async function officerOf(
  { slackIdOf, nameOf }: Deps,
  known: DutyOfficer | undefined,
): Promise<Officer | undefined> {
  if (known === undefined) return undefined;
  const { email, name } = known;
  const isNamed = name !== email && name !== known.slackId;
  if (isNamed && known.slackId !== null) return undefined;
  const slackId = known.slackId ?? (email === null ? undefined : await slackIdOf(email));
  if (slackId === undefined) return undefined;
  const found = await nameOf(slackId);
  return found === slackId && known.slackId !== null
    ? undefined
    : {
        email: email ?? slackId.toLowerCase(),
        slackId,
        name: isNamed ? name : found,
      };
}
