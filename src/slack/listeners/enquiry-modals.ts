import type { App, SlackViewAction, ViewOutput } from '@slack/bolt';
import { outletStanding } from '../../desk/known-outlet.ts';
import { addColleague } from '../../enquiries/add-colleague.ts';
import { proposeTerms } from '../../enquiries/agree-terms.ts';
import { Attribution, type Enquiry } from '../../enquiries/enquiry.ts';
import type { EnquiryStore } from '../../enquiries/enquiry-store.ts';
import { handOver } from '../../enquiries/hand-over.ts';
import type { Actor } from '../../enquiries/moves.ts';
import { markDuplicate } from '../../enquiries/resolve-enquiry.ts';
import type { SlackDeps } from '../deps.ts';
import { EnquiryMetadata, ID, INPUT } from '../ids.ts';
import { textOf } from '../make-named-move.ts';
import { inputOf } from '../view-input.ts';
import { SAY } from '../wording.ts';
import { actorOf } from './moves.ts';

type Deps = Pick<SlackDeps, 'desk' | 'people' | 'now' | 'newId'> & {
  readonly store: EnquiryStore;
  readonly wake: () => void;
};

/** A submission, understood; what comes back is the fault to show under an input, or nothing when it was taken. */
type Submit = (submitted: {
  readonly enquiryId: string;
  readonly actor: Actor;
  readonly view: ViewOutput;
}) => Promise<{ readonly under: string; readonly fault: string } | undefined>;

/** The modals of enquiries. Each is saved before it closes; what cannot be saved is said in it. */
export function registerEnquiryModals(app: App, deps: Deps): void {
  const on = (callback: string, firstInput: string, submit: Submit) =>
    app.view<SlackViewAction>(callback, async ({ ack, body, view }) => {
      const asked = EnquiryMetadata.decode(view.private_metadata);
      const fault =
        asked === undefined
          ? { under: firstInput, fault: SAY.outOfDate }
          : await submit({
              enquiryId: asked.enquiry,
              actor: await actorOf(deps, body.user.id),
              view,
            });
      if (fault === undefined) await ack();
      else await ack({ response_action: 'errors', errors: { [fault.under]: fault.fault } });
      deps.wake();
    });

  on(ID.handOverModal, INPUT.person, async ({ enquiryId, actor, view }) => {
    const to = inputOf(view, INPUT.person);
    if (!(await isOurs(deps, to))) return { under: INPUT.person, fault: SAY.notSuitable };
    const outcome = await handOver(deps, { enquiryId, actor, to });
    return outcome.kind === 'offered'
      ? undefined
      : { under: INPUT.person, fault: textOf(outcome, SAY.outOfDate) };
  });

  on(ID.colleagueModal, INPUT.person, async ({ enquiryId, actor, view }) => {
    const userId = inputOf(view, INPUT.person);
    if (!(await isOurs(deps, userId))) return { under: INPUT.person, fault: SAY.notSuitable };
    const outcome = await addColleague(deps, { enquiryId, actor, userId });
    return outcome.kind === 'added' || outcome.kind === 'there-already'
      ? undefined
      : { under: INPUT.person, fault: textOf(outcome, SAY.outOfDate) };
  });

  on(ID.duplicateModal, INPUT.reference, async ({ enquiryId, actor, view }) => {
    const reference = inputOf(view, INPUT.reference).trim().toUpperCase();
    const of = await deps.store.findByReference(reference);
    if (of === undefined) return { under: INPUT.reference, fault: SAY.duplicateUnknown };
    const outcome = await markDuplicate(deps, { enquiryId, actor, of });
    if (outcome.kind === 'resolved') return undefined;
    return {
      under: INPUT.reference,
      fault:
        outcome.kind === 'not-suitable' ? SAY.duplicateUnknown : textOf(outcome, SAY.outOfDate),
    };
  });

  on(ID.termsModal, INPUT.attribution, async ({ enquiryId, actor, view }) => {
    const attribution = Attribution.safeParse(inputOf(view, INPUT.attribution));
    if (!attribution.success) return { under: INPUT.attribution, fault: SAY.outOfDate };
    const enquiry = await deps.store.find(enquiryId);
    if (enquiry !== undefined && isUnverified(deps, enquiry))
      return { under: INPUT.attribution, fault: SAY.surge.unverifiedTerms };
    const outcome = await proposeTerms(deps, { enquiryId, actor, attribution: attribution.data });
    return outcome.kind === 'proposed' || outcome.kind === 'not-needed'
      ? undefined
      : { under: INPUT.attribution, fault: textOf(outcome, SAY.outOfDate) };
  });
}

/** Nobody from outside is ever let in on an enquiry. */
const isOurs = async ({ people }: Deps, userId: string): Promise<boolean> =>
  (await people.person(userId)).standing !== 'outsider';

/** Rights follow what desk.yml says of a workspace, never what somebody says of themselves. */
const isUnverified = ({ desk }: Deps, { asker, outlet }: Enquiry): boolean =>
  outletStanding(desk(), {
    workspace: asker.teamId,
    claimed: outlet,
    isStaff: asker.isStaff,
  }) === 'unknown';
