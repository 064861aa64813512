import type { KnownBlock } from '@slack/types';
import { DateTime } from 'luxon';
import { timeWords } from '../../desk/deadline-words.ts';
import type { CorrectionNote } from '../../enquiries/correction.ts';
import {
  actions,
  button,
  clip,
  context,
  escapeMrkdwn,
  type Message,
  messageText,
  section,
} from '../block-kit.ts';
import { CorrectionValue, ID } from '../ids.ts';
import { SAY } from '../wording.ts';

/** Somebody who is not known to have seen their note, and how a colleague can reach them. */
export type Unseen = {
  readonly note: CorrectionNote;
  readonly name: string;
  /** Outlet, e-mail address, a number that they left: whatever is known. */
  readonly reach: readonly string[];
};

/** So many people are listed, each with a button. */
const MOST = 20;

/** Who is not known to have seen a correction. Honest about what that can mean. */
export function unseenMessage(unseen: readonly Unseen[], zone: string): Message {
  const lead = SAY.unseenTitle(unseen.length);
  const shown = unseen.slice(0, MOST);
  const lines = shown.map((one) => lineOf(one, zone));
  const more = unseen.length - shown.length;
  const foot = [...(more > 0 ? [SAY.reportOthers(more)] : []), SAY.unseenHonest];
  return {
    text: messageText([lead, ...lines, ...foot].join('\n')),
    blocks: [
      section(`*${escapeMrkdwn(lead)}*`),
      ...shown.flatMap(({ note, name }, place): KnownBlock[] => [
        section(escapeMrkdwn(lines[place] ?? '')),
        actions(`unseen.${place}`, [
          button({
            id: `${ID.reachedButton}.${place}`,
            text: SAY.reached,
            label: `${SAY.reached}: ${clip(name, 50)}`,
            value: CorrectionValue.encode({ correction: note.correctionId, note: note.key }),
          }),
        ]),
      ]),
      ...foot.map((text) => context(escapeMrkdwn(text))),
    ],
  };
}

const lineOf = ({ note, name, reach }: Unseen, zone: string): string =>
  [
    clip(name, 100),
    note.toldAt === undefined
      ? SAY.unseenNotTold
      : SAY.unseenTold(timeWords(DateTime.fromJSDate(note.toldAt, { zone }))),
    reach.length === 0
      ? SAY.unseenNoReach
      : SAY.unseenReach(reach.map((one) => clip(one, 100)).join(', ')),
  ].join(' · ');
