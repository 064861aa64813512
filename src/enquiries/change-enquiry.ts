import type { Clock } from '../clock.ts';
import type { Enquiry } from './enquiry.ts';
import type { EnquiryStore, Saving } from './enquiry-store.ts';
import type { Happening, NewEvent } from './event.ts';
import { type Actor, type Barred, barredFrom, type Move } from './moves.ts';
import type { Queued } from './notice.ts';

/** What every step on an enquiry needs. */
export type EnquiryDeps = {
  readonly store: Pick<EnquiryStore, 'find' | 'save'>;
  readonly now: Clock;
  /** A new random id (UUID) at each call. */
  readonly newId: () => string;
};

/** There is no such enquiry. */
export type Unknown = { readonly kind: 'unknown' };

/** The state of the enquiry or the standing of the person does not allow it (moves.ts). */
export type Refused = {
  readonly kind: 'barred';
  readonly barred: Barred;
  readonly enquiry: Enquiry;
};

/** What a step makes of an enquiry: what is saved with it, and what is said to who acted. */
export type Change<Outcome> = {
  /** One version on. */
  readonly enquiry: Enquiry;
  readonly what: Happening;
  /** Slack id, or `desk` for the bot itself. */
  readonly who: string;
  readonly why?: string;
  readonly about?: Readonly<Record<string, string>>;
  readonly notices: readonly Queued[];
  /** A waiting notice that must not be told any more, and what to say when it is being told already. */
  readonly cancel?: { readonly key: string; readonly tooLate: Outcome };
  readonly erase?: boolean;
  readonly outcome: Outcome;
};

export type Decision<Outcome> =
  | ({ readonly kind: 'change' } & Change<Outcome>)
  /** Nothing is to be saved: a refusal, or it was so already. */
  | { readonly kind: 'stop'; readonly outcome: Outcome };

/**
 * Reads an enquiry, lets `decide` say what becomes of it, and saves that; when somebody else was quicker, reads and
 * decides again. So of two who act together the first saved wins, and the other decides on what the first left.
 */
export async function changeEnquiry<Outcome>(
  deps: EnquiryDeps,
  enquiryId: string,
  decide: (enquiry: Enquiry, at: Date) => Decision<Outcome>,
): Promise<Outcome | Unknown> {
  const enquiry = await deps.store.find(enquiryId);
  if (enquiry === undefined) return { kind: 'unknown' };
  const at = deps.now();
  const decision = decide(enquiry, at);
  if (decision.kind === 'stop') return decision.outcome;

  switch (await deps.store.save(savingOf(decision, at, deps.newId()))) {
    case 'saved':
      return decision.outcome;
    case 'too-late':
      return decision.cancel?.tooLate ?? decision.outcome;
    case 'stale':
      return changeEnquiry(deps, enquiryId, decide);
  }
}

/** A step that a person makes: as `changeEnquiry`, after asking the table of moves. */
export const makeMove = <Outcome>(
  deps: EnquiryDeps,
  move: Move,
  enquiryId: string,
  actor: Actor,
  decide: (enquiry: Enquiry, at: Date) => Decision<Outcome>,
): Promise<Outcome | Refused | Unknown> =>
  changeEnquiry<Outcome | Refused>(deps, enquiryId, (enquiry, at) => {
    const barred = barredFrom(move, enquiry, actor);
    return barred === undefined
      ? decide(enquiry, at)
      : { kind: 'stop', outcome: { kind: 'barred', barred, enquiry } };
  });

const savingOf = <Outcome>(change: Change<Outcome>, at: Date, salt: string): Saving => ({
  enquiry: change.enquiry,
  event: eventOf(change, at, salt),
  notices: change.notices,
  ...(change.cancel === undefined ? {} : { cancel: change.cancel.key }),
  ...(change.erase === undefined ? {} : { erase: change.erase }),
});

/** The event of a change. */
export const eventOf = (
  { what, who, why, about = {} }: Pick<Change<unknown>, 'what' | 'who' | 'why' | 'about'>,
  at: Date,
  salt: string,
): NewEvent => ({
  what,
  at,
  details: { who, ...(why === undefined ? {} : { why }), about: { ...about }, salt },
});
