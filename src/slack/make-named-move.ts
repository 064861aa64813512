import type { Clock } from '../clock.ts';
import { agreeTerms } from '../enquiries/agree-terms.ts';
import type { Refused, Unknown } from '../enquiries/change-enquiry.ts';
import { claimEnquiry } from '../enquiries/claim-enquiry.ts';
import { Attribution } from '../enquiries/enquiry.ts';
import type { EnquiryStore } from '../enquiries/enquiry-store.ts';
import { acceptHandOver, declineHandOver } from '../enquiries/hand-over.ts';
import type { Actor } from '../enquiries/moves.ts';
import { releaseEnquiry } from '../enquiries/release-enquiry.ts';
import { reopenEnquiry } from '../enquiries/reopen-enquiry.ts';
import { resolveEnquiry } from '../enquiries/resolve-enquiry.ts';
import { snoozeReminders } from '../enquiries/snooze-reminders.ts';
import { takeOverEnquiry } from '../enquiries/take-over-enquiry.ts';
import { withdrawEnquiry } from '../enquiries/withdraw-enquiry.ts';
import { barredText } from './barred-text.ts';
import { SAY } from './wording.ts';

/** What whoever pressed is told, in private. */
export type MoveReply =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'silent' };

type Deps = {
  readonly store: EnquiryStore;
  readonly now: Clock;
  readonly newId: () => string;
};

const SNOOZE_MS = 60 * 60_000;

/** Makes a move that needs nothing filled in, and says what came of it. */
export async function makeNamedMove(
  deps: Deps,
  {
    move,
    enquiryId,
    actor,
    detail,
  }: {
    readonly move: string;
    readonly enquiryId: string;
    readonly actor: Actor;
    readonly detail: string | undefined;
  },
): Promise<MoveReply> {
  const input = { enquiryId, actor };
  switch (move) {
    case 'claim':
      return say(claimText(await claimEnquiry(deps, input)));
    case 'take-over':
      return say(textOf(await takeOverEnquiry(deps, input), SAY.accepted));
    case 'release':
      return say(textOf(await releaseEnquiry(deps, input), SAY.released));
    case 'accept':
      return say(textOf(await acceptHandOver(deps, input), SAY.accepted));
    case 'decline':
      return say(textOf(await declineHandOver(deps, input), SAY.declined));
    case 'snooze':
      return say(
        textOf(
          await snoozeReminders(deps, {
            ...input,
            until: new Date(deps.now().getTime() + SNOOZE_MS),
          }),
          SAY.snoozed,
        ),
      );
    case 'resolve':
      return say(textOf(await resolveEnquiry(deps, input), SAY.resolved));
    case 'reopen':
      return say(textOf(await reopenEnquiry(deps, input), SAY.reopened));
    case 'withdraw': {
      const outcome = await withdrawEnquiry(deps, input);
      return outcome.kind === 'replying'
        ? say(SAY.tooLate)
        : outcome.kind === 'withdrawn'
          ? { kind: 'silent' }
          : say(textOf(outcome, ''));
    }
    case 'agree': {
      const terms = Attribution.safeParse(detail);
      return terms.success
        ? say(
            textOf(await agreeTerms(deps, { ...input, attribution: terms.data }), SAY.termsAgreed),
          )
        : say(SAY.outOfDate);
    }
    default:
      return say(SAY.outOfDate);
  }
}

const say = (text: string): MoveReply => ({ kind: 'say', text });

function claimText(outcome: Awaited<ReturnType<typeof claimEnquiry>>): string {
  switch (outcome.kind) {
    case 'claimed':
    case 'yours':
      return SAY.claimed;
    case 'taken':
      return SAY.taken(outcome.by);
    case 'closed':
      return SAY.wrongState(outcome.status);
    case 'not-allowed':
      return SAY.notYours(undefined);
    case 'unknown':
      return SAY.unknownEnquiry;
  }
}

type Done = { readonly kind: string };

/** Refusals read alike for all moves; anything else means that the move was made. */
export function textOf(outcome: Done | Refused | Unknown, done: string): string {
  if (outcome.kind === 'unknown') return SAY.unknownEnquiry;
  if (outcome.kind === 'barred' && 'barred' in outcome) return barredText(outcome.barred);
  if (outcome.kind === 'sending') return SAY.replySending;
  if (outcome.kind === 'not-suitable') return SAY.notSuitable;
  if (outcome.kind === 'not-proposed') return SAY.outOfDate;
  return done;
}
