import type { Answer } from '../answers/answer.ts';
import type { Clock } from '../clock.ts';
import { splitQuestions } from '../desk/split-questions.ts';
import type { Release } from '../releases/release.ts';
import type { ReleaseHistory } from '../releases/release-history.ts';
import { isAlike, type Telling } from './alike-questions.ts';
import type { Enquiry } from './enquiry.ts';
import type { EnquiryStore } from './enquiry-store.ts';
import type { Queued } from './notice.ts';
import type { Outbox } from './outbox.ts';
import type { SurgeStore } from './surge-store.ts';

type Deps = {
  readonly store: Pick<EnquiryStore, 'find'> &
    Pick<SurgeStore, 'surgesSince'> &
    Pick<Outbox, 'queue'> &
    Pick<ReleaseHistory, 'versionsOf'>;
  /** Every release that may be seen now. */
  readonly visible: () => readonly Release[];
  /** The answer as it would be given now. */
  readonly answer: (question: string) => Answer;
  readonly telling: Telling;
  readonly now: Clock;
};

/** Those who asked within this time, in one of many enquiries on a subject, are told. */
const TOLD_MS = 24 * 60 * 60_000;

/**
 * Tells those who still wait, in one of many enquiries on a subject, what was released since they asked and answers
 * them: each once a release, and nobody whom a person has answered.
 *
 * @param checked by enquiry, the releases by which it was looked at last: filled, so that looking again costs little
 * @returns how many notices were queued
 */
export async function tellReleased(
  { store, visible, answer, telling, now }: Deps,
  checked: Map<string, string>,
): Promise<number> {
  const at = now();
  const surges = await store.surgesSince(new Date(at.getTime() - TOLD_MS));
  const ids = surges.flatMap(({ state, members }) => (state === 'dismissed' ? [] : members));
  for (const id of checked.keys()) if (!ids.includes(id)) checked.delete(id);
  if (ids.length === 0) return 0;
  const releases = visible()
    .map(({ id, version }) => `${id} ${version}`)
    .join('\n');
  const notices: Queued[] = [];
  for (const { state, members } of surges) {
    if (state === 'dismissed' || members.every((id) => checked.get(id) === releases)) continue;
    const found = await Promise.all(members.map((id) => store.find(id)));
    const enquiries = found.filter((one) => one !== undefined);
    const questions = enquiries.map(({ question }) => question);
    const isOnSubject = (text: string) => isAlike(text, questions, telling);
    for (const enquiry of enquiries) {
      if (enquiry.status !== 'open' && enquiry.status !== 'claimed') continue;
      if (checked.get(enquiry.id) === releases) continue;
      const fresh = await freshRelease(store, enquiry, answer, isOnSubject);
      if (fresh !== undefined) notices.push(noticeOf(enquiry, fresh));
    }
  }
  await store.queue(notices, at);
  // Only once it is kept: a process that dies before looks again.
  for (const id of ids) checked.set(id, releases);
  return notices.length;
}

/**
 * The release that nobody could see when they asked, and that answers by now. Where it only may, which the reply says
 * itself, what is quoted must at least be on what everybody asks about.
 */
async function freshRelease(
  store: Pick<ReleaseHistory, 'versionsOf'>,
  { question, createdAt, cited }: Enquiry,
  answer: Deps['answer'],
  isOnSubject: (text: string) => boolean,
): Promise<Release | undefined> {
  for (const part of splitQuestions(question)) {
    const given = answer(part);
    if (given.kind !== 'answered' && given.kind !== 'unsure') continue;
    for (const { release, text } of given.quotes) {
      if (given.kind === 'unsure' && !isOnSubject(text)) continue;
      if (cited.some(({ id }) => id === release.id)) continue;
      const [first] = await store.versionsOf(release.id);
      const seen = Math.max(first?.seenAt.getTime() ?? 0, release.embargo?.getTime() ?? 0);
      if (seen > createdAt.getTime()) return release;
    }
  }
  return undefined;
}

const noticeOf = ({ id: enquiryId, origin }: Enquiry, { id: releaseId }: Release): Queued => ({
  notice: {
    kind: 'now-released',
    enquiryId,
    releaseId,
    channel: origin.channel,
    threadTs: origin.threadTs,
  },
});
