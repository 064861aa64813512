import { DateTime } from 'luxon';
import { dayWords } from '../../desk/deadline-words.ts';
import type { DutyChange } from '../../desk/duty-change.ts';
import { actions, button, escapeMrkdwn, type Message } from '../block-kit.ts';
import { DutyChangeValue, ID } from '../ids.ts';
import { SAY } from '../wording.ts';
import { saidMessage } from './said-message.ts';

/** "Fri 27 Nov 2026, 23:00" for `2026-11-27 23:00`; the day alone for a day. */
const spoken = (time: string): string => {
  const [day = '', hour] = time.split(' ');
  const said = dayWords(DateTime.fromISO(day, { zone: 'UTC' }));
  return hour === undefined ? said : `${said}, ${hour}`;
};

/** A time of duty in words. */
export const timeText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  SAY.dutyFromTo(spoken(from), spoken(to));

const returnText = ({ inReturn }: DutyChange): string | undefined =>
  inReturn === undefined ? undefined : timeText(inReturn);

/**
 * What a change of the rota says to one person or to the desk.
 *
 * @param duty the duty that somebody has while they are away, in words
 */
export function dutyChangeMessage(
  change: DutyChange,
  event: 'offered' | 'agreed' | 'declined' | 'called-off' | 'leave',
  duty: string | undefined,
): Message {
  const said = saidMessage(escapeMrkdwn(textOf(change, event, duty)));
  if (event !== 'offered' || change.status !== 'offered') return said;
  const value = DutyChangeValue.encode({ change: change.id });
  return {
    ...said,
    blocks: [
      ...said.blocks,
      actions('duty.offer', [
        button({ id: ID.agreeSwapButton, text: SAY.swapAccept, value, style: 'primary' }),
        button({ id: ID.declineSwapButton, text: SAY.swapDecline, value }),
      ]),
    ],
  };
}

function textOf(
  change: DutyChange,
  event: 'offered' | 'agreed' | 'declined' | 'called-off' | 'leave',
  duty: string | undefined,
): string {
  const { name, kind } = change;
  const time = timeText(change);
  const to = change.with?.name ?? '';
  switch (event) {
    case 'offered':
      return SAY.swapOffered(name, time, returnText(change));
    case 'agreed':
      return SAY.swapAgreed(to, name, time, returnText(change));
    case 'declined':
      return SAY.swapDeclined(to, time);
    case 'called-off':
      return kind === 'leave' ? SAY.leaveCalledOff(name, time) : SAY.swapCalledOff(to, name, time);
    case 'leave':
      return SAY.leaveTold(name, time, duty);
  }
}

/** One line of what stands in the rota besides desk.yml, and who settled it when. */
export function dutyChangeLine(change: DutyChange, day: (at: Date) => string): string {
  const { name, kind, status, timeline } = change;
  const time = timeText(change);
  const to = change.with?.name ?? '';
  if (kind === 'leave') return SAY.dutyLeave(name, time);
  return status === 'offered'
    ? SAY.dutyOffered(name, time, to)
    : SAY.dutySwapped(name, time, to, day(timeline.at(-1)?.at ?? new Date(0)));
}
