import type { Release } from '../releases/release.ts';
import type { ReleaseIndex } from '../search/release-index.ts';
import type { SectorWords } from '../search/sector-words.ts';
import type { Answer, NotFoundReason, ReleaseContact, Searched } from './answer.ts';
import { readQuestion } from './asked.ts';
import { chooseQuotes } from './choose-quotes.ts';
import { readContactQuestion } from './contact-question.ts';
import { decideLevel } from './decide-level.ts';
import { declinedBecause } from './decline.ts';
import { findContacts, holdsPost, lineInText } from './find-contacts.ts';
import { gatherPassages } from './gather-passages.ts';
import { prepareQuestion } from './prepare-question.ts';
import { rankSentences } from './rank.ts';

export type AnswerOptions = {
  readonly now: Date;
  /** IANA zone in which words such as "last March" are read. */
  readonly zone: string;
  readonly sectors: readonly SectorWords[];
  /** The last question of the same person in the same thread, with what it was answered. */
  readonly thread?: { readonly question: string; readonly answer: Answer };
};

const searchedIn = (releases: readonly Release[]): Searched => {
  const days = releases.flatMap(({ date }) => (date === undefined ? [] : [date.day])).sort();
  return { releases: releases.length, from: days[0], to: days.at(-1) };
};

const contactsOf = (releases: readonly (Release | undefined)[]): ReleaseContact[] =>
  [...new Set(releases)].flatMap((release) =>
    release === undefined ? [] : release.contacts.map((contact) => ({ contact, release })),
  );

const releasesOf = (answer: Answer | undefined): Release[] => {
  if (answer === undefined) return [];
  if (answer.kind === 'answered' || answer.kind === 'unsure')
    return [...new Set(answer.quotes.map(({ release }) => release))];
  return answer.nearest === undefined ? [] : [answer.nearest];
};

/** Answers from the releases that may be seen at `now`: quotes, contacts, or an honest nothing. Never throws for a text. */
export const answerQuestion = (
  index: ReleaseIndex,
  question: string,
  { now, sectors, thread }: AnswerOptions,
): Answer => {
  const releases = index.releases(now);
  const common = { question, searched: searchedIn(releases) };
  const asked = readQuestion(question);
  const nothing = (reason: NotFoundReason, nearest?: Release): Answer => ({
    ...common,
    kind: 'not-found',
    reason,
    nearest,
    contacts: contactsOf([nearest]),
    score: 0,
  });
  const declined = declinedBecause(question, asked.text);
  if (declined !== undefined) return nothing(declined);
  const contactAsked = readContactQuestion(asked.text);
  const talkedOf = releasesOf(thread?.answer);
  if (contactAsked !== undefined) {
    const { contacts, release } = findContacts(index, contactAsked, { now, talkedOf });
    if (contactAsked.post !== undefined && !holdsPost(contacts, contactAsked.post))
      return { ...nothing('no-contact', release), contacts: [] };
    if (contacts.length > 0 && !contactAsked.publicLine)
      return { ...common, kind: 'contact', contacts, nearest: release, score: 0 };
    const told = lineInText(index, contactAsked, now, release);
    if (told !== undefined)
      return {
        ...common,
        kind: 'answered',
        quotes: [told],
        later: [],
        nearest: told.release,
        contacts: contactsOf([told.release]),
        score: 0,
      };
    return contacts.length > 0
      ? { ...common, kind: 'contact', contacts, nearest: release, score: 0 }
      : { ...nothing('no-contact', release), contacts: [] };
  }
  const found = gatherPassages(index, asked.text, now);
  const passages = releases.reduce((sum, release) => sum + release.passages.length, 0);
  const prepared = prepareQuestion(asked, index, found, { sectors, passages });
  const ranked = rankSentences(prepared, found);
  const quotes = chooseQuotes(asked, ranked);
  const { kind, confidence } = decideLevel(prepared, ranked, quotes);
  const [best] = ranked;
  if (best === undefined || kind === 'not-found')
    return nothing('nothing-near', best?.found.release);
  return {
    ...common,
    kind,
    quotes,
    later: [],
    nearest: best.found.release,
    contacts: contactsOf(quotes.map(({ release }) => release)),
    score: confidence,
  };
};
