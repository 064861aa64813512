import { cardsOf } from './cards-of.ts';
import { changeEnquiry, type EnquiryDeps } from './change-enquiry.ts';
import { type Enquiry, ownerOf } from './enquiry.ts';
import type { EnquiryStore } from './enquiry-store.ts';
import type { Queued } from './notice.ts';
import { openPromise, type PromiseStep, promiseStepsAhead } from './promises.ts';

type Deps = EnquiryDeps & {
  readonly store: Pick<EnquiryStore, 'dueBefore'>;
  /** Slack id of the officer on duty at that instant, if any. */
  readonly dutyOfficer: (at: Date) => string | undefined;
};

/**
 * Reminds whoever promised the asker a next word: the owner when three quarters of the time are gone; the owner, the
 * desk and the officer on duty when it falls due. Each once. Working hours do not matter: the hour was promised.
 */
export async function remindOfPromises(deps: Deps): Promise<number> {
  let reminded = 0;
  for (const { id } of await deps.store.dueBefore(deps.now())) {
    const outcome = await changeEnquiry<'reminded' | 'not-due'>(deps, id, (enquiry, at) => {
      const due = promiseStepsAhead(enquiry).findLast((step) => step.at <= at);
      const promise = openPromise(enquiry);
      if (due === undefined || promise === undefined) return { kind: 'stop', outcome: 'not-due' };
      const people = toldOf(enquiry, due.step, promise.by, deps.dutyOfficer(at));
      const told: Enquiry = {
        ...enquiry,
        version: enquiry.version + 1,
        promiseSteps: [...(enquiry.promiseSteps ?? []), due.name],
      };
      return {
        kind: 'change',
        enquiry: told,
        what: 'reminded',
        who: 'desk',
        why: due.step === 'due' ? 'the promised update is due' : 'the promised update is near',
        about: { told: people.map((userId) => userId ?? 'desk').join(', ') },
        notices: [
          ...people.map(
            (userId): Queued => ({
              notice: {
                kind: 'promise',
                enquiryId: id,
                replyId: promise.replyId,
                step: due.step,
                userId,
              },
            }),
          ),
          ...cardsOf(told),
        ],
        outcome: 'reminded',
      };
    });
    if (outcome === 'reminded') reminded += 1;
  }
  return reminded;
}

/** `null` is the thread of the card. Without an owner it is for whoever promised. */
const toldOf = (
  enquiry: Enquiry,
  step: PromiseStep,
  promisedBy: string,
  officer: string | undefined,
): (string | null)[] => [
  ...new Set([
    ownerOf(enquiry) ?? promisedBy,
    ...(step === 'due' ? [null, ...(officer === undefined ? [] : [officer])] : []),
  ]),
];
