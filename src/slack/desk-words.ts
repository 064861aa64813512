import { personNamed } from '../desk/duty.ts';
import { dutyAhead } from '../desk/duty-ahead.ts';
import { isSlackUserId } from '../desk/person.ts';
import type { EnquiryStore } from '../enquiries/enquiry-store.ts';
import type { Message } from './block-kit.ts';
import type { SlackDeps } from './deps.ts';
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
  readonly store: Pick<EnquiryStore, 'list'>;
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
  const turns = dutyAhead(desk(), now(), DAYS);
  const named = async (name: string) =>
    isSlackUserId(name)
      ? (await people.person(name)).name
      : (personNamed(desk(), name)?.name ?? name);
  return dutyMessage(
    await Promise.all(
      turns.map(async ({ officer, ...days }) => ({
        ...days,
        officer: officer && {
          ...officer,
          name: await named(officer.name),
          insteadOf: officer.insteadOf === null ? null : await named(officer.insteadOf),
        },
      })),
    ),
  );
}
