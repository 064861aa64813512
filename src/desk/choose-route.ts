import type { Contact } from '../releases/contact.ts';
import type { Release } from '../releases/release.ts';
import type { Desk } from './desk.ts';
import { absence, onDuty, personNamed } from './duty.ts';
import { contactsForTopic } from './topic-contacts.ts';

/** A contact and the release at whose foot the contact stands. */
export type ReleaseContactLike = { readonly contact: Contact; readonly release: Release };

/** Somebody chosen to answer. */
export type Recipient = {
  /** As printed in the release; `null` for people of desk.yml. */
  readonly contact: Contact | null;
  readonly email: string | null;
  readonly slackId: string | null;
  readonly name: string;
};

/** Who gets an enquiry and why, in words that stand on its card. */
export type Route = {
  /** May be empty: then it is the desk's alone. */
  readonly to: readonly Recipient[];
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
  readonly via: 'release' | 'sector' | 'duty' | 'fallback';
  readonly because: string;
};

export type RouteInput = {
  readonly question: string;
  /** Releases that were quoted for the question, best first. */
  readonly cited: readonly Release[];
  readonly contacts: readonly ReleaseContactLike[];
  /** The sector that the question is about, if any. */
  readonly sector?: string;
};

type Skipped = Route['skipped'][number];

/**
 * Chooses who gets an enquiry: the contacts of the cited release, else those of its sector, else whoever is on duty,
 * else the fallback contact. People who are away or have moved are skipped, and named with the reason. Where the
 * release is older than `staleAfterDays`, its contacts may have moved on: the desk decides, and they are named to it.
 */
export function chooseRoute(input: RouteInput, desk: Desk, now: Date): Route {
  const skipped: Skipped[] = [];
  const available = (people: readonly Recipient[]): Recipient[] => {
    const seen = new Set<string>();
    return people.filter((person) => {
      const key = person.email ?? person.slackId ?? person.name;
      if (seen.has(key)) return false;
      seen.add(key);
      const known = personNamed(desk, person.email ?? person.slackId ?? '');
      const why = absence(desk, known, now);
      if (why !== undefined && !skipped.some(({ name }) => name === person.name))
        skipped.push({ name: person.name, why });
      return why === undefined;
    });
  };

  const release = input.cited.find(({ id }) => input.contacts.some((one) => one.release.id === id));
  const { chosen, because } = contactsForTopic(
    input.question,
    input.contacts.filter((one) => one.release.id === release?.id).map(({ contact }) => contact),
  );
  const printed = chosen.map((contact) => recipientOf(contact, desk));
  const stale = release !== undefined && isStale(release, desk, now);
  if (release !== undefined && !stale) {
    const to = available(printed);
    if (to.length > 0)
      return { to, skipped, via: 'release', because: `${because} “${release.title}”` };
  }
  if (release !== undefined && stale)
    for (const { name } of printed)
      skipped.push({
        name,
        why: `stands at the foot of a release of ${release.date?.day}, which is old: ask before ringing`,
      });

  const wanted = input.sector?.toLowerCase();
  const sector = desk.sectors.find(({ name }) => name.toLowerCase() === wanted);
  if (sector !== undefined && !stale) {
    const to = available(sector.contacts.map((email) => personOf(email, desk)));
    if (to.length > 0) return { to, skipped, via: 'sector', because: `contact for ${sector.name}` };
  }

  const duty = onDuty(desk, now);
  const reason = stale
    ? `the release “${release?.title ?? ''}” is older than ${desk.staleAfterDays} days, so the desk decides`
    : release === undefined && sector === undefined
      ? 'no release with contacts was cited'
      : 'nobody named for it can be asked now';
  if (duty !== undefined) {
    const officer = { contact: null, email: duty.email, slackId: duty.slackId, name: duty.name };
    const to = available([officer]);
    if (to.length > 0)
      return {
        to,
        skipped,
        via: 'duty',
        because: `on duty${duty.insteadOf === null ? '' : ` instead of ${nameIn(desk, duty.insteadOf)}`}; ${reason}`,
      };
  }
  const fallback = desk.fallbackContact;
  return {
    to:
      fallback === undefined
        ? []
        : [
            {
              contact: null,
              email: fallback.email ?? null,
              slackId: personNamed(desk, fallback.email ?? '')?.slackId ?? null,
              name: fallback.name,
            },
          ],
    skipped,
    via: 'fallback',
    because: `${reason}, and nobody is on duty`,
  };
}

const recipientOf = (contact: Contact, desk: Desk): Recipient => {
  const known = contact.email === null ? undefined : personNamed(desk, contact.email);
  return {
    contact,
    email: contact.email,
    slackId: known?.slackId ?? null,
    name: contact.name ?? known?.name ?? contact.email ?? contact.organisation ?? 'a contact',
  };
};

const personOf = (email: string, desk: Desk): Recipient => {
  const known = personNamed(desk, email);
  return { contact: null, email, slackId: known?.slackId ?? null, name: known?.name ?? email };
};

const nameIn = (desk: Desk, person: string): string => personNamed(desk, person)?.name ?? person;

/** An undated release may be of any age: it is not held against its contacts. */
const isStale = ({ date }: Release, { staleAfterDays }: Desk, now: Date): boolean =>
  date !== undefined &&
  now.getTime() - Date.parse(`${date.day}T00:00:00Z`) > staleAfterDays * 24 * 60 * 60 * 1000;
