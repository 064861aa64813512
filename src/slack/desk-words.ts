import { type DutyTurn, dutyAhead } from '../desk/duty-ahead.ts';
import type { DutyChanges } from '../enquiries/change-duty.ts';
import type { EnquiryStore } from '../enquiries/enquiry-store.ts';
import type { Message } from './block-kit.ts';
import type { SlackDeps } from './deps.ts';
import { nameOf, today } from './duty-changes.ts';
import { dutyMessage, openMessage } from './views/duty-messages.ts';
import { plainMessage } from './views/plain-message.ts';
import { SAY } from './wording.ts';

/** What staff ask of their own desk. */
export type DeskAsked = 'duty' | 'open';

/** Reads `duty` and `open`; `undefined` for anything else. */
export const readDeskAsked = (text: string): DeskAsked | undefined => {
  const word = /^(duty|open)\W*$/i.exec(text)?.[1]?.toLowerCase();
  return word === 'duty' || word === 'open' ? word : undefined;
};

type Deps = Pick<SlackDeps, 'desk' | 'people' | 'now'> & {
  readonly store: Pick<EnquiryStore, 'list'> & Pick<DutyChanges, 'dutyChangesFrom'>;
};

/** So far ahead the rota is shown. */
const DAYS = 21;

/** Who is on duty, or what is open: for staff, and for nobody else. */
export async function answerDeskAsked(
  { desk, people, now, store }: Deps,
  asked: DeskAsked,
  userId: string,
): Promise<Message> {
  if ((await people.person(userId)).standing !== 'staff') return plainMessage(SAY.staffOnly);
  if (asked === 'open') return openMessage(await store.list({ live: true }), desk().zone);
  return dutyAnswer({ desk, people, now, store }, userId);
}

/** Who is on duty now and next, what was swapped, and who is away. */
export async function dutyAnswer(
  deps: Pick<SlackDeps, 'desk' | 'people' | 'now'> & {
    readonly store: Pick<DutyChanges, 'dutyChangesFrom'>;
  },
  userId: string,
): Promise<Message> {
  const changes = (await deps.store.dutyChangesFrom(today(deps))).filter(
    ({ status }) => status === 'offered' || status === 'agreed',
  );
  return dutyMessage(await namedTurns(deps, DAYS), {
    changes: changes.map((change) => ({
      change,
      isViewers: change.person === userId || change.with?.id === userId,
    })),
    zone: deps.desk().zone,
  });
}

/** The turns of duty ahead, each with what its people are called. */
export const namedTurns = (
  deps: Pick<SlackDeps, 'desk' | 'people' | 'now'>,
  days: number,
): Promise<DutyTurn[]> =>
  Promise.all(
    dutyAhead(deps.desk(), deps.now(), days).map(async ({ officer, ...time }) => ({
      ...time,
      officer: officer && {
        ...officer,
        name: await nameOf(deps, officer.name),
        insteadOf: officer.insteadOf === null ? null : await nameOf(deps, officer.insteadOf),
      },
    })),
  );
