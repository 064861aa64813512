import { chooseRoute, type Route } from '../desk/choose-route.ts';
import { sectorsIn } from '../desk/sector-of.ts';
import type { EnquiryFacts, Recipient } from '../enquiries/enquiry.ts';
import type { NewEnquiry } from '../enquiries/open-enquiry.ts';
import type { AskSubmission } from './ask-submission.ts';
import { type SlackDeps, visibleRelease } from './deps.ts';
import type { KnownPerson } from './people.ts';

type Deps = Pick<SlackDeps, 'index' | 'desk' | 'people' | 'now'>;

type Given = {
  readonly key: string;
  readonly submission: Extract<AskSubmission, { kind: 'ready' }>;
  readonly asker: KnownPerson & { readonly userId: string; readonly teamId: string };
  readonly origin: EnquiryFacts['origin'];
  /** Ids of the releases that were quoted for the question. */
  readonly cited: readonly string[];
};

/** Puts an enquiry together: the question, the releases it is about, and who should answer it. */
export async function draftEnquiry(
  deps: Deps,
  { key, submission, asker, origin, cited }: Given,
): Promise<NewEnquiry> {
  const desk = deps.desk();
  const releases = cited.flatMap((id) => visibleRelease(deps, id) ?? []);
  const sectors = sectorsIn(submission.question, desk);
  const route = chooseRoute(
    {
      question: submission.question,
      cited: releases,
      contacts: releases.flatMap((release) =>
        release.contacts.map((contact) => ({ contact, release })),
      ),
      ...(sectors[0] === undefined ? {} : { sector: sectors[0] }),
    },
    desk,
    deps.now(),
  );
  const { question, outlet, reach, deadline } = submission;
  return {
    key,
    question,
    outlet: outlet === '' ? (outletOf(desk.outlets, asker.teamId) ?? '') : outlet,
    reach,
    asker: {
      userId: asker.userId,
      teamId: asker.teamId,
      name: asker.name,
      zone: asker.zone ?? desk.zone,
      isStaff: asker.standing === 'staff',
    },
    origin,
    sectors: [...sectors],
    cited: releases.map(({ id, file, title }) => ({ id, file, title })),
    route: { who: namesOf(route), why: route.because, skipped: [...route.skipped] },
    recipients: await recipientsOf(deps, route),
    ...(deadline === undefined ? {} : { deadline }),
  };
}

const outletOf = (outlets: readonly { workspace: string; name: string }[], teamId: string) =>
  outlets.find(({ workspace }) => workspace === teamId)?.name;

const namesOf = ({ to }: Route): string =>
  to.length === 0 ? 'the desk' : to.map(({ name }) => name).join(' and ');

/** The people chosen, each with their Slack id where Slack knows them. */
const recipientsOf = ({ people }: Deps, { to }: Route): Promise<Recipient[]> =>
  Promise.all(
    to.map(async ({ name, email, slackId, contact }) => ({
      name,
      role: contact?.role ?? null,
      email,
      phones: [...(contact?.phones ?? [])],
      slackId: slackId ?? (email === null ? null : ((await people.idByEmail(email)) ?? null)),
    })),
  );
