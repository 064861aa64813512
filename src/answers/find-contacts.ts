import type { Contact } from '../releases/contact.ts';
import { sentenceText } from '../releases/passage.ts';
import type { Release } from '../releases/release.ts';
import type { ReleaseIndex } from '../search/release-index.ts';
import { slipsBetween } from '../search/spelling.ts';
import { termsOf, tokensOf } from '../search/terms.ts';
import type { Quote, ReleaseContact } from './answer.ts';
import type { ContactAsked } from './contact-question.ts';

const wordsOf = (text: string | null): string[] =>
  tokensOf(text ?? '')
    .filter(({ stop }) => !stop)
    .map(({ word }) => word);

/** One slip in five letters: "terry lims" is Terry Lim. */
const isNear = (typed: string, word: string): boolean =>
  typed === word ||
  typed === `${word}s` ||
  (word.length >= 5 &&
    slipsBetween(typed, word, Math.floor(word.length / 5)) <= Math.floor(word.length / 5));

/** How many words of a person's name were asked; a name needs two, or its only one. */
const nameFit = ({ name }: Contact, asked: readonly string[]): number => {
  const words = wordsOf(name);
  const met = words.filter((word) => asked.some((typed) => isNear(typed, word))).length;
  return met >= Math.min(2, words.length) ? met : 0;
};

const initials = (text: string | null): string =>
  (text ?? '')
    .split(/[\s,/&-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase();

/** Whether a word is an agency's initials, or the domain of its addresses: "govtech" is at tech.gov.sg. */
const isShort = ({ organisation, role, email }: Contact, typed: string): boolean => {
  const hosts = (email ?? '').split('@')[1]?.split('.').slice(0, 2) ?? [];
  return [initials(organisation), initials(role), ...hosts.map((host) => host.toLowerCase())].some(
    (form) => form.length >= 2 && (form === typed || (form.length >= 4 && typed.includes(form))),
  );
};

const shortFit = (contact: Contact, asked: readonly string[]): number =>
  asked.filter((typed) => isShort(contact, typed)).length;

/** Words of the agency in the asking: its name, its initials, or the domain of the address. */
const agencyFit = (contact: Contact, asked: readonly string[]): number => {
  const words = new Set([...wordsOf(contact.organisation), ...wordsOf(contact.role)]);
  return asked.filter((typed) => words.has(typed) || isShort(contact, typed)).length;
};

export type FoundContacts = {
  readonly contacts: readonly ReleaseContact[];
  /** The release meant, also where it names nobody. */
  readonly release: Release | undefined;
};

const withRelease = (release: Release, contacts: readonly Contact[]): ReleaseContact[] =>
  contacts.map((contact) => ({ contact, release }));

/** People of the release that were named, or of the agency named; everybody where neither is. */
const narrowed = (release: Release, asked: readonly string[]): ReleaseContact[] => {
  const { contacts } = release;
  const named = contacts.filter((contact) => nameFit(contact, asked) > 0);
  if (named.length > 0) return withRelease(release, named);
  const fits = contacts.map((contact) => agencyFit(contact, asked));
  const best = Math.max(0, ...fits);
  return withRelease(
    release,
    best === 0 ? contacts : contacts.filter((_, at) => fits[at] === best),
  );
};

/** The newest release that names the person asked for, where one is. */
const byName = (
  releases: readonly Release[],
  asked: readonly string[],
): FoundContacts | undefined => {
  let best: { release: Release; contact: Contact; fit: number } | undefined;
  for (const release of releases)
    for (const contact of release.contacts) {
      const fit = nameFit(contact, asked);
      const newer = (release.date?.day ?? '') >= (best?.release.date?.day ?? '');
      if (fit > (best?.fit ?? 0) || (fit > 0 && fit === best?.fit && newer))
        best = { release, contact, fit };
    }
  return best && { release: best.release, contacts: withRelease(best.release, [best.contact]) };
};

/** Releases looked through for one that names people of the agency asked for. */
const looked = 6;

/**
 * The first release, unless an agency is asked for by its short name that has nobody there and somebody in one of the
 * next: several agencies announce one thing, each with its own people.
 */
const ofAgency = (releases: readonly Release[], asked: readonly string[]): Release | undefined => {
  const names = (release: Release) =>
    release.contacts.some((contact) => shortFit(contact, asked) > 0);
  const [first] = releases;
  if (first === undefined || names(first)) return first;
  if (first.contacts.length === 0) return releases.slice(1, 3).find(isEntitled(asked)) ?? first;
  return releases.find(names) ?? first;
};

/** A speech on the subject names nobody; the release on it, whose title has words of the question, does. */
const isEntitled =
  (asked: readonly string[]) =>
  ({ title, contacts }: Release): boolean => {
    const words = new Set(wordsOf(title));
    const met = asked.filter((typed) => words.has(typed)).length;
    return contacts.length > 0 && met >= 2 && met >= asked.length * 0.4;
  };

/**
 * Finds the people that a contact question means: by name anywhere; else those of the release it is about, of the
 * agency it names. Without a subject: of the release talked of in the thread, or of the only one there is.
 */
export const findContacts = (
  index: ReleaseIndex,
  { about }: ContactAsked,
  { now, talkedOf }: { now: Date; talkedOf: readonly Release[] },
): FoundContacts => {
  const releases = index.releases(now);
  const asked = wordsOf(about);
  const named = byName(releases, asked);
  if (named !== undefined && asked.length <= 4) return named;
  const [talked] = talkedOf;
  const only = talked ?? (releases.length === 1 ? releases[0] : undefined);
  if (asked.length === 0 || (only !== undefined && releases.length === 1))
    return only === undefined
      ? { contacts: [], release: undefined }
      : { contacts: narrowed(only, asked), release: only };
  const found = index.findReleases(about, { now, limit: looked }).map(({ release: one }) => one);
  const release = ofAgency(found, asked) ?? talked;
  return release === undefined
    ? { contacts: [], release: undefined }
    : { contacts: narrowed(release, asked), release };
};

/** Whether one of the people holds the post whose own number is asked for. */
export const holdsPost = (contacts: readonly ReleaseContact[], post: string): boolean => {
  const word = post.toLowerCase().replace(/'?s$/, '').split(' ').at(-1) ?? '';
  return contacts.some(({ contact }) =>
    `${contact.honorific ?? ''} ${contact.role ?? ''}`
      .toLowerCase()
      .split(/[\s,]+/)
      .includes(word),
  );
};

const reachable =
  /(?:\+?\d[\d\s()-]{6,}\d)|[\w.+-]+@[\w-]+\.[\w.]+|\b(?:hotline|call|email|write to|contact|enquiries|queries)\b.*(?:www\.|https?:|\.sg\b)/i;

/** A sentence of the text that says whom to ring or write to: for a hotline, or where the foot names nobody. */
export const lineInText = (
  index: ReleaseIndex,
  { about, publicLine }: ContactAsked,
  now: Date,
  release: Release | undefined,
): Quote | undefined => {
  const asked = new Set(termsOf(about));
  const hits = index.findPassages(about === '' ? 'contact' : about, { now, limit: 40 });
  const near = index.findReleases(about, { now, limit: 3 }).map(({ release: one }) => one);
  const passages = [
    ...[...new Set([...(release === undefined ? [] : [release]), ...near])].flatMap((one) =>
      one.passages.map((passage) => ({ passage, release: one })),
    ),
    ...hits.map(({ passage, release: other }) => ({ passage, release: other })),
  ];
  let best: { quote: Quote; score: number } | undefined;
  for (const found of passages) {
    const { passage } = found;
    if (passage.kind === 'title' || passage.kind === 'question') continue;
    for (const span of passage.sentences) {
      const text = sentenceText(passage, span);
      const strong = /\d[\d\s-]{6,}\d|@/.test(text);
      if (!strong || !reachable.test(text) || text.length > 600) continue;
      const inTitle = new Set(termsOf(`${found.release.title} ${passage.heading.join(' ')}`));
      // A hotline's sentence seldom says again what the paragraph is about; an officer's has to.
      const own = new Set(termsOf(publicLine ? passage.text : text));
      const met = [...asked].filter((term) => own.has(term) || inTitle.has(term)).length;
      const score = met / Math.max(1, asked.size) + (found.release === release ? 0.3 : 0);
      if (met * 2 >= asked.size && score > (best?.score ?? 0))
        best = { quote: { ...found, text }, score };
    }
  }
  return best?.quote;
};
