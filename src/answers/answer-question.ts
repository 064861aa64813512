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
import { standingAlone } from './follow-up.ts';
import { gatherPassages } from './gather-passages.ts';
import { laterReleases } from './later-releases.ts';
import { nearnessIn, scoreFor } from './nearness.ts';
import { releasesInOrder } from './order-releases.ts';
import { prepareQuestion } from './prepare-question.ts';
import { putRight } from './put-right.ts';
import { rankSentences } from './rank.ts';

/** The last question of the same person in the same thread, with what it was answered. */
export type Thread = { readonly question: string; readonly answer: Answer };

export type AnswerOptions = {
  readonly now: Date;
  /** IANA zone in which words such as "last March" are read. */
  readonly zone: string;
  readonly sectors: readonly SectorWords[];
  readonly thread?: Thread;
};

/** Below this nearness, what is found is of another subject; four in a hundred right quotes at most lie below. */
const nearFrom = 0.42;

/** Up to this nearness, a quote that is hardly likely to answer is of another subject too, whatever words it shares. */
const doubtfulTo = 0.5;
const unlikelyTo = 0.1;

/** What every kind of answer says, and how to say that there is none. */
type Ground = {
  readonly index: ReleaseIndex;
  readonly now: Date;
  readonly common: { readonly question: string; readonly searched: Searched };
  /** Releases talked of in the thread, those among them that may still be seen. */
  readonly talkedOf: readonly Release[];
};

const searchedIn = (releases: readonly Release[]): Searched => {
  let from: string | undefined;
  let to: string | undefined;
  for (const { date } of releases) {
    if (date === undefined) continue;
    if (from === undefined || date.day < from) from = date.day;
    if (to === undefined || date.day > to) to = date.day;
  }
  return { releases: releases.length, from, to };
};

const contactsOf = (releases: readonly (Release | undefined)[]): ReleaseContact[] =>
  [...new Set(releases)].flatMap((release) =>
    release === undefined ? [] : release.contacts.map((contact) => ({ contact, release })),
  );

const nothing = ({ common }: Ground, reason: NotFoundReason, nearest?: Release): Answer => ({
  ...common,
  kind: 'not-found',
  reason,
  nearest,
  contacts: contactsOf([nearest]),
  score: 0,
});

/** Releases that the thread speaks of, as they are now: what was withdrawn since is not talked of any more. */
const releasesOf = (thread: Thread | undefined, visible: readonly Release[]): Release[] => {
  if (thread === undefined) return [];
  const { answer } = thread;
  const told =
    answer.kind === 'answered' || answer.kind === 'unsure'
      ? answer.quotes.map(({ release }) => release.file)
      : [answer.nearest?.file];
  return [...new Set(told)].flatMap(
    (file) => visible.find((release) => release.file === file) ?? [],
  );
};

/** People to ask, where a text asks for people; `undefined` where it asks something else. */
const answerContact = (ground: Ground, text: string): Answer | undefined => {
  const asked = readContactQuestion(text);
  if (asked === undefined) return undefined;
  const { index, now, common, talkedOf } = ground;
  const { contacts, release } = findContacts(index, asked, { now, talkedOf });
  // The number of a minister is not the number of an officer: then nobody's is shown.
  if (asked.post !== undefined && !holdsPost(contacts, asked.post))
    return { ...nothing(ground, 'no-contact', release), contacts: [] };
  const people: Answer = { ...common, kind: 'contact', contacts, nearest: release, score: 1 };
  if (contacts.length > 0 && !asked.publicLine) return people;
  const told = lineInText(index, asked, now, release);
  if (told !== undefined)
    return {
      ...common,
      kind: 'answered',
      quotes: [told],
      later: [],
      nearest: told.release,
      contacts: contactsOf([told.release]),
      score: 1,
    };
  return contacts.length > 0 ? people : { ...nothing(ground, 'no-contact', release), contacts: [] };
};

/**
 * Answers from the releases that may be seen at `now`: quotes, contacts, or an honest nothing. The same releases and
 * the same question give the same answer; no text makes it throw.
 *
 * @param question as typed; in a thread it may lean on the question before ("and for schools?")
 */
export const answerQuestion = (
  index: ReleaseIndex,
  question: string,
  { now, zone, sectors, thread }: AnswerOptions,
): Answer => {
  const releases = index.releases(now);
  const common = { question, searched: searchedIn(releases) };
  const talkedOf = releasesOf(thread, releases);
  const ground: Ground = { index, now, common, talkedOf };
  const declined = declinedBecause(question, readQuestion(question).text);
  if (declined !== undefined) return nothing(ground, declined);
  const contact = answerContact(ground, readQuestion(question).text);
  if (contact !== undefined) return contact;

  const alone = standingAlone(question, thread?.question);
  const asked = readQuestion(putRight(index, readQuestion(alone).text, now));
  const leansOnThread = alone !== question;
  const found = gatherPassages(index, asked.text, {
    now,
    sectors,
    talkedOf: leansOnThread ? talkedOf : [],
    timely: asked.latest,
  });
  const passages = releases.reduce((sum, release) => sum + release.passages.length, 0);
  const prepared = prepareQuestion(asked, index, found, { sectors, passages, now, zone });
  const ranked = rankSentences(prepared, found);
  const quotes = chooseQuotes(prepared, ranked);
  const { kind: seen, confidence } = decideLevel(prepared, ranked, quotes);
  const later = laterReleases(prepared.terms, quotes, found);
  // What a later release touches again is not known to be the latest.
  const firm = seen === 'answered' && asked.latest && later.length > 0 ? 'unsure' : seen;
  const score = scoreFor(nearnessIn(prepared, ranked));
  const strange = score < nearFrom || (score <= doubtfulTo && confidence <= unlikelyTo);
  const kind = firm === 'unsure' && strange ? 'not-found' : firm;
  const closest = releasesInOrder(ranked);
  const [nearest] = closest;
  if (kind === 'not-found')
    return { ...nothing(ground, 'nothing-near', nearest), score, confidence, closest };
  return {
    ...common,
    kind,
    quotes,
    later,
    nearest,
    contacts: contactsOf(quotes.map(({ release }) => release)),
    score,
    confidence,
    closest,
  };
};
