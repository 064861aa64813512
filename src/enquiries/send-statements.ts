import type { EnquiryDeps } from './change-enquiry.ts';
import { changeSurge, type SurgeDeps } from './change-surge.ts';
import type { EnquiryStore } from './enquiry-store.ts';
import { holdEnquiry } from './hold-enquiry.ts';
import { withStatement } from './send-to-surge.ts';
import type { Statement, Surge } from './surge.ts';
import type { SurgeStore } from './surge-store.ts';

type Deps = SurgeDeps &
  EnquiryDeps & {
    readonly store: Pick<EnquiryStore, 'find' | 'save'> & SurgeStore;
    readonly maySay: (line: string, text: string, at: Date) => boolean;
  };

/**
 * Sends what was signed off and can no longer be undone: to each enquiry once, in the order that was drawn. Where a
 * process dies in the middle, the next look goes on with those who have not had it. Whoever asked later gets it too,
 * for as long as the officer chose, and as long as the line may be said.
 *
 * @returns how many enquiries got it now
 */
export async function sendStatements(deps: Deps, surgeId: string): Promise<number> {
  const surge = await begin(deps, surgeId);
  if (surge === undefined) return 0;
  let sent = 0;
  for (const statement of surge.statements) {
    if (statement.state !== 'sending') continue;
    const recipients = [...statement.recipients, ...(await latecomers(deps, surge, statement))];
    if (recipients.length === 0) continue;
    const waiting = await stillToSend(deps, statement, recipients);
    if (waiting.length === 0) continue;
    if (!deps.maySay(statement.line, statement.text, deps.now())) {
      await stop(deps, surgeId, statement.id);
      continue;
    }
    for (const enquiryId of waiting) {
      const outcome = await holdEnquiry(deps, {
        enquiryId,
        replyId: statement.id,
        by: statement.by,
        text: statement.text,
        line: statement.line,
      });
      if (outcome === 'held') sent += 1;
    }
  }
  return sent;
}

/** Marks what is due as being sent, so that nobody can undo it any more, before anything of it goes out. */
async function begin({ store, ...deps }: Deps, surgeId: string): Promise<Surge | undefined> {
  const isDue = ({ state, sendAt }: Statement, at: Date) => state === 'waiting' && sendAt <= at;
  await changeSurge<undefined>({ ...deps, store }, surgeId, (surge, at) =>
    surge.statements.some((one) => isDue(one, at))
      ? {
          kind: 'change',
          surge: {
            ...surge,
            statements: surge.statements.map((one) =>
              isDue(one, at) ? { ...one, state: 'sending' } : one,
            ),
          },
          outcome: undefined,
        }
      : { kind: 'stop', outcome: undefined },
  );
  return store.findSurge(surgeId);
}

/** Those who asked since, in the order in which they asked, while the officer's choice holds. */
async function latecomers(
  { store }: Deps,
  { members }: Surge,
  { recipients, alsoUntil, at }: Statement,
): Promise<string[]> {
  if (alsoUntil === undefined) return [];
  const known = new Set(recipients);
  const later: string[] = [];
  for (const id of members) {
    if (known.has(id)) continue;
    const enquiry = await store.find(id);
    // Who waited already and was left out of the preview was left out on purpose.
    if (enquiry !== undefined && enquiry.createdAt > at && enquiry.createdAt < alsoUntil)
      later.push(id);
  }
  return later;
}

async function stillToSend(
  { store }: Deps,
  { id }: Statement,
  recipients: readonly string[],
): Promise<string[]> {
  const waiting: string[] = [];
  for (const enquiryId of recipients) {
    const enquiry = await store.find(enquiryId);
    if (enquiry === undefined || (enquiry.status !== 'open' && enquiry.status !== 'claimed'))
      continue;
    if (!enquiry.replies.some((reply) => reply.id === id)) waiting.push(enquiryId);
  }
  return waiting;
}

const stop = (deps: Deps, surgeId: string, statementId: string) =>
  changeSurge<undefined>(deps, surgeId, (surge) => {
    const statement = surge.statements.find(({ id }) => id === statementId);
    if (statement?.state !== 'sending') return { kind: 'stop', outcome: undefined };
    return {
      kind: 'change',
      surge: withStatement(surge, { ...statement, state: 'stopped' }),
      notices: [
        {
          notice: {
            kind: 'surge-word',
            surgeId,
            event: 'stopped',
            about: statementId,
            userId: null,
          },
        },
      ],
      outcome: undefined,
    };
  });
