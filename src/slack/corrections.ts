import { onDuty } from '../desk/duty.ts';
import { signingRight } from '../desk/second-eyes.ts';
import type { Correction, CorrectionNote, Corrections } from '../enquiries/correction.ts';
import type { EnquiryStore } from '../enquiries/enquiry-store.ts';
import type { Message } from './block-kit.ts';
import type { SlackDeps } from './deps.ts';
import { correctionCard } from './views/correction-card.ts';
import { type Unseen, unseenMessage } from './views/unseen-message.ts';

type Deps = Pick<SlackDeps, 'desk' | 'people' | 'now'> & {
  readonly store: Pick<Corrections, 'notesOf'> & Pick<EnquiryStore, 'list'>;
};

/** Slack id of the officer on duty; `undefined` where the rota names nobody, or somebody whom Slack does not know. */
export async function officerOnDuty({
  desk,
  people,
  now,
}: Pick<Deps, 'desk' | 'people' | 'now'>): Promise<string | undefined> {
  const officer = onDuty(desk(), now());
  if (officer === undefined) return undefined;
  return (
    officer.slackId ?? (officer.email === null ? undefined : await people.idByEmail(officer.email))
  );
}

/** The card as things stand now. */
export async function drawCorrection(deps: Deps, correction: Correction): Promise<Message> {
  const desk = deps.desk();
  const { classedBy } = correction;
  const officer = correction.status === 'classed' ? await officerOnDuty(deps) : undefined;
  const second =
    classedBy !== undefined &&
    signingRight(desk, {
      userId: classedBy,
      decidedBy: classedBy,
      officer: undefined,
      waitedMs: 0,
    }) === 'own-work';
  return correctionCard(correction, {
    zone: desk.zone,
    officer: officer === classedBy ? undefined : officer,
    second,
    notes: correction.status === 'signed' ? await deps.store.notesOf(correction.id) : [],
  });
}

/** Who is not known to have seen their note, and how to reach each. */
export async function drawUnseen(deps: Deps, correctionId: string): Promise<Message> {
  const notes = (await deps.store.notesOf(correctionId)).filter(
    ({ isTold, seen }) => isTold && seen === undefined,
  );
  const unseen: Unseen[] = [];
  for (const note of notes) unseen.push(await unseenOf(deps, note));
  return unseenMessage(unseen, deps.desk().zone);
}

async function unseenOf({ people, desk, store }: Deps, note: CorrectionNote): Promise<Unseen> {
  const { name, teamId, email } = await people.person(note.userId);
  const outlet = desk().outlets.find(({ workspace }) => workspace === teamId)?.name;
  // What they left with an enquiry of their own is the surest way, the latest first.
  const asked = await store.list({ askerId: note.userId, limit: 5 });
  const reach = asked.find((enquiry) => enquiry.reach !== '')?.reach;
  return {
    note,
    name,
    reach: [outlet, reach, email].filter((one) => one !== undefined),
  };
}
