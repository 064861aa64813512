import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { answerMessage } from '../../../src/slack/views/answer-message.ts';
import { answerText } from '../../../src/slack/views/answer-text.ts';
import { aContact, aPassage, aRelease } from '../../builders.ts';
import { answer, MOBILE, OFFICE, RUNS } from '../arbitraries.ts';
import { expectAllInText, expectMessage } from '../seen.ts';

const site = 'https://www.agency.gov.sg';
const place = { site, mobiles: false };

describe('whatever stands in the releases and in the question', () => {
  test('Slack takes the answer, and nothing in it is alive', () => {
    fc.assert(
      fc.property(answer, fc.boolean(), (given, mobiles) => {
        expectMessage(answerMessage(given, { site, mobiles }));
      }),
      RUNS,
    );
  });

  test('a screen reader hears everything that is shown', () => {
    fc.assert(
      fc.property(answer, (given) => expectAllInText(answerMessage(given, place))),
      RUNS,
    );
  });

  test('no personal number stands anywhere where it may not be shown', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const shown = JSON.stringify(answerMessage(given, place));
        expect(shown).not.toContain(MOBILE.e164);
        expect(shown).not.toContain(MOBILE.printed);
      }),
      RUNS,
    );
  });
});

const lab = aRelease({
  title: 'A new laboratory opens',
  date: '2019-11-19',
  permalink: '/press/lab',
  contacts: [aContact({ phones: [MOBILE, OFFICE] })],
});
const later = aRelease({ title: 'The laboratory grows', date: '2021-11-08' });
const contacts = [{ contact: aContact({ phones: [MOBILE, OFFICE] }), release: lab }];
const searched = { releases: 12, from: '1999-06-01', to: '2026-11-20' };
const common = { question: 'Who opened it?', searched, contacts, score: 1, nearest: lab };
const quote = {
  release: lab,
  passage: aPassage({ heading: ['Background', 'Funding'], paragraph: '3' }),
  text: 'The Ministry opened a new laboratory today.',
};

const quoted = (kind: 'answered' | 'unsure', more: Partial<Answer> = {}) =>
  ({ ...common, kind, quotes: [quote], later: [later], ...more }) as Answer;

describe('each kind of answer says what it is', () => {
  test.each<{ kind: string; given: Answer; says: string[]; silent: string[] }>([
    {
      kind: 'answered',
      given: quoted('answered'),
      says: [
        'From the release',
        '“The Ministry opened a new laboratory today.”',
        'as stated 19 Nov 2019',
        'under “Funding”',
        'paragraph 3',
        `version ${lab.version}`,
        `${site}/press/lab`,
        'Later on the same subject: The laboratory grows',
        'Tan Mei Ling',
        'Searched 12 releases, 1 Jun 1999 to 20 Nov 2026',
      ],
      silent: ['may not answer', 'do not say'],
    },
    {
      kind: 'unsure',
      given: quoted('unsure'),
      says: ['They may not answer this', 'Ask the press office', 'Searched 12 releases'],
      silent: ['From the release:'],
    },
    {
      kind: 'not found',
      given: { ...common, kind: 'not-found', reason: 'nothing-near' },
      says: [
        'The releases do not say',
        'The nearest release: A new laboratory opens',
        'Searched 12 releases',
        'Ask the press office',
      ],
      silent: ['opened a new laboratory today'],
    },
    {
      kind: 'a contact',
      given: { ...common, kind: 'contact' },
      says: ['Media contacts printed in “A new laboratory opens”', '6123 4567', 'press “Contacts”'],
      silent: ['9123 4567'],
    },
    {
      kind: 'no contact',
      given: { ...common, kind: 'not-found', reason: 'no-contact', contacts: [] },
      says: ['No media contact is printed', 'Ask the press office'],
      silent: [],
    },
    {
      kind: 'thanks',
      given: { ...common, kind: 'not-found', reason: 'thanks' },
      says: ['welcome'],
      silent: ['Searched', 'laboratory'],
    },
  ])('$kind', ({ given, says, silent }) => {
    const message = answerMessage(given, place);
    for (const words of says) expect(message.text).toContain(words);
    for (const words of silent) expect(JSON.stringify(message)).not.toContain(words);
    expectAllInText(message);
    expectMessage(message);
  });

  test('a mobile is said where it may be', () => {
    const given: Answer = { ...common, kind: 'contact' };
    expect(answerMessage(given, { site, mobiles: true }).text).toContain('9123 4567');
  });

  test('a corrected release and one in another language are called so', () => {
    const release = aRelease({ status: 'corrected', language: 'ms' });
    const { text } = answerMessage(
      quoted('answered', { quotes: [{ ...quote, release }] } as never),
      place,
    );
    expect(text).toContain('corrected');
    expect(text).toContain('in Malay');
    expect(text).toContain('undated');
  });

  test('a second quote of the same release does not say its title again', () => {
    const given = quoted('answered', { quotes: [quote, quote] } as never);
    expect(answerMessage(given, place).text.match(/A new laboratory opens/g)).toHaveLength(1);
  });

  test('an answer from releases that are still being read says so', () => {
    const { text } = answerMessage(quoted('answered'), {
      ...place,
      reading: { done: 40, total: 300 },
    });
    expect(text).toContain('40 of 300');
  });

  test('the text in Slack is the text on the command line, escaped', () => {
    const given = quoted('unsure');
    expect(answerMessage(given, place).text).toBe(answerText(given, place));
  });
});
