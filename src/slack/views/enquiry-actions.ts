import type { ActionsBlockElement, KnownBlock, PlainTextOption } from '@slack/types';
import { type Enquiry, isAnswer, ownerOf, waitingReply } from '../../enquiries/enquiry.ts';
import { type Move, movesOpenTo } from '../../enquiries/moves.ts';
import { actions, button } from '../block-kit.ts';
import { EnquiryValue, ID } from '../ids.ts';
import { SAY } from '../wording.ts';

/** What stands on the card as a button; everything else that is open stands in its menu. */
const buttonsFirst: readonly Move[] = ['claim', 'accept', 'decline', 'reply', 'resolve', 'reopen'];
const menuAfter: readonly Move[] = [
  'release',
  'hand-over',
  'add-colleague',
  'snooze',
  'take-over',
  'mark-duplicate',
  'propose-terms',
];
/** Slack's limit on the choices of an overflow menu. */
const MENU_LIMIT = 5;

/**
 * The buttons of a card. The one in the desk's channel is seen by many, so it offers what its owner, the one it is
 * offered to, or the desk may do; who presses is asked again when they press (moves.ts).
 *
 * @param viewer whose own copy it is; `undefined` for the one in the desk's channel
 */
export function cardActions(enquiry: Enquiry, viewer: string | undefined): KnownBlock[] {
  const open =
    viewer === undefined
      ? openToDesk(enquiry)
      : new Set(movesOpenTo(enquiry, { userId: viewer, isStaff: false }));
  const value = EnquiryValue.encode({ enquiry: enquiry.id });
  const inMenus = chunks(menuAfter.filter((move) => open.has(move)));
  // A menu of one choice is a button with a click too many, and not every Slack takes it.
  const single = inMenus.filter(({ length }) => length === 1).flat();
  const menus = inMenus.filter(({ length }) => length > 1);
  const buttons = [...buttonsFirst.filter((move) => open.has(move)), ...single];
  const waiting = waitingReply(enquiry);
  const elements: ActionsBlockElement[] = [
    ...(waiting === undefined || !open.has('reply')
      ? []
      : [
          button({
            id: ID.undoButton,
            text: SAY.undo,
            style: 'danger',
            value: EnquiryValue.encode({ enquiry: enquiry.id, reply: waiting.id }),
          }),
        ]),
    ...buttons.map((move) =>
      button({
        id: moveId(move),
        text: SAY.moves[move],
        value,
        label: `${SAY.moves[move]} ${enquiry.reference}`,
        ...(move === 'claim' || move === 'reply' ? { style: 'primary' as const } : {}),
      }),
    ),
    ...menus.map((moves, place) => ({
      type: 'overflow' as const,
      action_id: `${ID.move}.menu.${place}`,
      options: moves.map((move) => choice(move, enquiry.id)),
    })),
  ];
  const told = enquiry.replies.findLast(isAnswer);
  if (told !== undefined && waiting === undefined && open.has('reply'))
    elements.push(
      button({
        id: ID.correctButton,
        text: SAY.correct,
        value: EnquiryValue.encode({ enquiry: enquiry.id, reply: told.id }),
        label: `${SAY.correct} ${enquiry.reference}`,
      }),
    );
  return elements.length === 0 ? [] : [actions('enquiry.actions', elements)];
}

export const moveId = (move: Move): string => `${ID.move}.${move}`;

/** An option's value holds 75 characters at most: the move and the id, and nothing else. */
const choice = (move: Move, enquiryId: string): PlainTextOption => ({
  text: { type: 'plain_text', text: SAY.moves[move] },
  value: `${move}:${enquiryId}`,
});

function openToDesk(enquiry: Enquiry): ReadonlySet<Move> {
  const seats = [ownerOf(enquiry), 'offer' in enquiry ? enquiry.offer?.to : undefined, ''];
  return new Set(
    seats
      .filter((userId) => userId !== undefined)
      .flatMap((userId) => movesOpenTo(enquiry, { userId, isStaff: true })),
  );
}

const chunks = (moves: readonly Move[]): Move[][] =>
  moves.length === 0 ? [] : [moves.slice(0, MENU_LIMIT), ...chunks(moves.slice(MENU_LIMIT))];
