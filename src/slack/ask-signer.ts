import { personNamed } from '../desk/duty.ts';
import type { Line } from '../desk/lines.ts';
import { isSlackUserId } from '../desk/person.ts';
import { askForSignature } from '../enquiries/ask-for-signature.ts';
import type { Outbox } from '../enquiries/outbox.ts';
import type { SlackDeps } from './deps.ts';

type Deps = Pick<SlackDeps, 'desk' | 'people' | 'now'> & {
  readonly store: Pick<Outbox, 'queue'>;
};

/** Tells whoever keeps a line to take that it is wanted and not signed off. */
export async function askSigner(
  deps: Deps,
  { id: line, title, owner }: Line,
  { enquiryId, by }: { readonly enquiryId: string; readonly by: string },
): Promise<void> {
  const signer = (await signerOf(deps, owner)) ?? null;
  await askForSignature(deps, { enquiryId, line, title, owner, signer, by });
}

/** Slack id of whoever keeps a line, by Slack id, e-mail address, or name as desk.yml or Slack has it. */
async function signerOf({ desk, people }: Deps, owner: string): Promise<string | undefined> {
  if (isSlackUserId(owner)) return owner;
  const known =
    personNamed(desk(), owner) ??
    desk().people.find(({ name }) => name?.toLowerCase() === owner.trim().toLowerCase());
  if (known?.slackId !== undefined) return known.slackId;
  const email = known?.email ?? (owner.includes('@') ? owner : undefined);
  return email === undefined ? people.staffNamed(owner) : people.idByEmail(email);
}
