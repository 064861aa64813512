import type { ModalView } from '@slack/types';
import type { Enquiry } from '../enquiries/enquiry.ts';
import type { EnquiryStore } from '../enquiries/enquiry-store.ts';
import { type Actor, barredFrom, type Move } from '../enquiries/moves.ts';
import { barredText } from './barred-text.ts';
import type { SlackDeps } from './deps.ts';
import { linesFor } from './lines-to-take.ts';
import {
  colleagueModal,
  duplicateModal,
  handOverModal,
  replyModal,
  termsModal,
} from './views/enquiry-modals.ts';
import { SAY } from './wording.ts';

type Offered = ReturnType<typeof linesFor>;

/** Moves for which something has to be filled in first. */
const modals: Partial<Record<Move, (enquiry: Enquiry, lines: Offered) => ModalView>> = {
  reply: (enquiry, lines) => replyModal(enquiry, { lines }),
  'hand-over': handOverModal,
  'add-colleague': colleagueModal,
  'mark-duplicate': duplicateModal,
  'propose-terms': termsModal,
};

const needsModal = (move: string): move is Move => Object.hasOwn(modals, move);

type Deps = Pick<SlackDeps, 'lines' | 'now'> & { readonly store: Pick<EnquiryStore, 'find'> };

export type ModalOutcome =
  | { readonly kind: 'open'; readonly view: ModalView }
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'say'; readonly text: string };

/** The modal that a move needs, if the move is open to this person now. */
export async function modalFor(
  { store, lines, now }: Deps,
  asked: { readonly move: string; readonly enquiryId: string; readonly actor: Actor },
): Promise<ModalOutcome> {
  if (!needsModal(asked.move)) return { kind: 'not-needed' };
  const enquiry = await store.find(asked.enquiryId);
  if (enquiry === undefined) return { kind: 'say', text: SAY.unknownEnquiry };
  const barred = barredFrom(asked.move, enquiry, asked.actor);
  if (barred !== undefined) return { kind: 'say', text: barredText(barred) };
  const view = modals[asked.move]?.(enquiry, linesFor(enquiry, await lines(), now()));
  return view === undefined ? { kind: 'not-needed' } : { kind: 'open', view };
}
