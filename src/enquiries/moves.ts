import { type Enquiry, type EnquiryStatus, ownerOf } from './enquiry.ts';

/** What a person is to an enquiry. One person may be several of these. */
export type Role = 'asker' | 'owner' | 'offered' | 'contact' | 'staff';

/** Who acts, as Slack vouches for it: ids and standing, never a display name. */
export type Actor = { readonly userId: string; readonly isStaff: boolean };

export type Move =
  | 'claim'
  | 'take-over'
  | 'release'
  | 'hand-over'
  | 'accept'
  | 'decline'
  | 'add-colleague'
  | 'reply'
  | 'hold'
  | 'propose-terms'
  | 'agree'
  | 'set-deadline'
  | 'snooze'
  | 'resolve'
  | 'mark-duplicate'
  | 'reopen'
  | 'withdraw';

/**
 * Which moves are allowed, by state and role: the one table that buttons, their tooltips and the guards of the use
 * cases share. A move that is missing for a state does not exist in it.
 */
const table: Readonly<Record<Move, Partial<Record<EnquiryStatus, readonly Role[]>>>> = {
  claim: { open: ['contact', 'staff'] },
  'take-over': { claimed: ['contact', 'staff'], answered: ['contact', 'staff'] },
  release: { claimed: ['owner'] },
  'hand-over': { claimed: ['owner'], answered: ['owner'] },
  accept: { claimed: ['offered'], answered: ['offered'] },
  decline: { claimed: ['offered'], answered: ['offered'] },
  'add-colleague': {
    open: ['contact', 'staff'],
    claimed: ['owner', 'contact', 'staff'],
    answered: ['owner', 'contact', 'staff'],
  },
  reply: { claimed: ['owner', 'offered'], answered: ['owner', 'offered'] },
  // A signed holding line to one of many who wait: it answers nothing, so it needs no owner.
  hold: { open: ['staff'], claimed: ['staff'] },
  'propose-terms': { claimed: ['owner', 'offered'], answered: ['owner', 'offered'] },
  agree: { open: ['asker'], claimed: ['asker'], answered: ['asker'] },
  'set-deadline': {
    open: ['asker', 'contact', 'staff'],
    claimed: ['asker', 'owner', 'contact', 'staff'],
    answered: ['asker', 'owner', 'contact', 'staff'],
  },
  snooze: { claimed: ['owner'] },
  resolve: { open: ['staff'], claimed: ['owner', 'staff'], answered: ['owner', 'staff'] },
  'mark-duplicate': { open: ['staff'], claimed: ['owner', 'staff'], answered: ['owner', 'staff'] },
  reopen: { resolved: ['contact', 'staff', 'asker'], withdrawn: ['asker'] },
  withdraw: { open: ['asker'], claimed: ['asker'], answered: ['asker'] },
};

/** Everything that this person is to the enquiry; empty for a stranger. */
export function rolesOf(enquiry: Enquiry, { userId, isStaff }: Actor): ReadonlySet<Role> {
  const roles = new Set<Role>();
  if (isStaff) roles.add('staff');
  if (enquiry.asker.userId === userId) roles.add('asker');
  if (ownerOf(enquiry) === userId) roles.add('owner');
  if ('offer' in enquiry && enquiry.offer?.to === userId) roles.add('offered');
  if (
    enquiry.recipients.some(({ slackId }) => slackId === userId) ||
    enquiry.colleagues.includes(userId)
  )
    roles.add('contact');
  // Whoever asks from outside is never also one of those who work on it, whatever a list says.
  if (roles.has('asker') && !enquiry.asker.isStaff) return new Set<Role>(['asker']);
  return roles;
}

/** Why a move is not open to a person: for the tooltip and for the reply to a late click. */
export type Barred =
  | { readonly kind: 'wrong-state'; readonly status: EnquiryStatus }
  | { readonly kind: 'not-yours'; readonly owner: string | undefined };

/** `undefined` when the move is allowed, else the reason. Asked by every button and by every use case. */
export function barredFrom(move: Move, enquiry: Enquiry, actor: Actor): Barred | undefined {
  const roles = table[move][enquiry.status];
  if (roles === undefined) return { kind: 'wrong-state', status: enquiry.status };
  const held = rolesOf(enquiry, actor);
  if (!roles.some((role) => held.has(role))) {
    // Who has it is nobody's business outside the desk.
    const isInside = held.has('staff') || held.has('contact') || held.has('owner');
    return { kind: 'not-yours', owner: isInside ? ownerOf(enquiry) : undefined };
  }
  if (move === 'take-over' && held.has('owner')) return { kind: 'not-yours', owner: actor.userId };
  return undefined;
}

/** Every move that this person may make now, in the order of the table. */
export const movesOpenTo = (enquiry: Enquiry, actor: Actor): Move[] =>
  (Object.keys(table) as Move[]).filter((move) => barredFrom(move, enquiry, actor) === undefined);
