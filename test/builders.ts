import { createHash } from 'node:crypto';
import type { Contact } from '../src/releases/contact.ts';
import type { Passage } from '../src/releases/passage.ts';
import type { Release, ReleaseDate } from '../src/releases/release.ts';

/** A passage valid in every field; its sentences are cut after `.`, `!` and `?`, unless they are given. */
export const aPassage = (given: Partial<Passage> = {}): Passage => {
  const text = given.text ?? 'The Ministry opened a new laboratory today.';
  return {
    kind: 'paragraph',
    text,
    sentences: sentencesOf(text),
    heading: [],
    paragraph: undefined,
    intro: undefined,
    line: 1,
    ...given,
  };
};

const sentencesOf = (text: string) =>
  [...text.matchAll(/\S(?:.*?[.!?](?=\s|$)|.*$)/gsu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));

/** A contact valid in every field. */
export const aContact = (given: Partial<Contact> = {}): Contact => ({
  name: 'Tan Mei Ling',
  honorific: 'Ms',
  role: 'Manager, Communications',
  organisation: 'Ministry of Examples',
  phones: [{ e164: '+6561234567', printed: '6123 4567', kind: 'office' }],
  email: 'tan_mei_ling@example.gov.sg',
  lines: ['Ms Tan Mei Ling', 'Manager, Communications', 'Ministry of Examples'],
  line: 1,
  ...given,
});

/** What may be left out of a release, and two short forms: a day for the date, texts for the passages. */
type GivenRelease = Partial<Omit<Release, 'date' | 'passages'>> & {
  readonly date?: string | ReleaseDate | undefined;
  readonly passages?: readonly (string | Passage)[];
};

/** A published release valid in every field; its file name and version follow from the title and the texts. */
export const aRelease = ({
  date,
  passages = [aPassage()],
  ...given
}: GivenRelease = {}): Release => {
  const title = given.title ?? 'A new laboratory opens';
  const id =
    given.id ??
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '');
  const whole = passages.map((one) => (typeof one === 'string' ? aPassage({ text: one }) : one));
  return {
    id,
    file: `${id}.md`,
    title,
    date: typeof date === 'string' ? { day: date, source: 'front matter' } : date,
    kind: 'press-release',
    permalink: undefined,
    link: undefined,
    agency: undefined,
    sectors: [],
    language: 'en',
    passages: whole,
    contacts: [],
    embargo: undefined,
    status: 'published',
    note: undefined,
    supersedes: [],
    version: createHash('sha256')
      .update(JSON.stringify([title, whole]))
      .digest('hex')
      .slice(0, 12),
    problems: [],
    ...given,
  };
};
