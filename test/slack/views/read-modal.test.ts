import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../../../src/slack/block-kit.ts';
import { contactsModal } from '../../../src/slack/views/contacts-modal.ts';
import { readModal } from '../../../src/slack/views/read-modal.ts';
import { shareMessage, shareModal } from '../../../src/slack/views/share.ts';
import { aContact, aPassage, aRelease } from '../../builders.ts';
import { hostileWords, MOBILE, OFFICE, openRelease, RUNS } from '../arbitraries.ts';
import { expectMessage, expectView, shownIn } from '../seen.ts';

const site = 'https://www.agency.gov.sg';

const pagesOf = (given: Parameters<typeof readModal>[0]) => {
  const views = [readModal(given, 0, site)];
  while (JSON.stringify(views.at(-1)).includes('release.page.next'))
    views.push(readModal(given, views.length, site));
  return views;
};

/** What is read in the pages, without headings, numbers, and blanks where a long passage was cut. */
const readIn = (views: readonly ReturnType<typeof readModal>[]): string =>
  views
    .flatMap((view) => shownIn(view.blocks.slice(2)))
    .join('')
    .replace(/\s/g, '');

describe('Read', () => {
  test('shows every word of every passage, each once, over as many pages as it takes', () => {
    fc.assert(
      fc.property(fc.array(hostileWords, { maxLength: 30 }), (texts) => {
        const given = aRelease({ passages: texts.map((text) => aPassage({ text })) });
        const whole = texts
          .map((text) => plain(text))
          .join('')
          .replace(/\s/g, '');
        expect(readIn(pagesOf(given)).replace(/Page\d+of\d+/g, '')).toBe(whole);
      }),
      { numRuns: 20 },
    );
  });

  test('is taken by Slack on every page, whatever the file holds', () => {
    fc.assert(
      fc.property(openRelease, (given) => {
        for (const view of pagesOf(given)) expectView(view);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    {
      what: 'a passage as long as a book',
      passages: [aPassage({ text: 'word '.repeat(100_000) })],
    },
    { what: 'a thousand short ones', passages: Array.from({ length: 1000 }, () => aPassage()) },
    {
      what: 'a heading over each',
      passages: Array.from({ length: 200 }, (_, at) => aPassage({ heading: [`Part ${at}`] })),
    },
    { what: 'nothing', passages: [] },
  ])('pages $what within what Slack takes', ({ passages }) => {
    for (const view of pagesOf(aRelease({ passages }))) expectView(view);
  });

  test('cuts a long passage between words, and one without blanks between characters', () => {
    const views = pagesOf(aRelease({ passages: [`x${'😀'.repeat(4000)}`] }));
    expect(readIn(views)).not.toContain('\ufffd');
    const words = pagesOf(aRelease({ passages: [`${'harbour '.repeat(900)}end.`] }));
    expect(
      shownIn(words[0]?.blocks.slice(2) ?? []).every((text) => /(?:harbour|end\.)$/.test(text)),
    ).toBe(true);
  });

  test('repeats a heading only where it changes, and prints paragraph numbers', () => {
    const shown = shownIn(
      readModal(
        aRelease({
          passages: [
            aPassage({ kind: 'title', text: 'A new laboratory opens' }),
            aPassage({ heading: ['Funding'], paragraph: '2', text: 'First.' }),
            aPassage({ heading: ['Funding'], text: 'Second.' }),
            aPassage({ heading: ['Funding', 'Later'], text: 'Third.' }),
          ],
        }),
        0,
        site,
      ).blocks.slice(2),
    );
    expect(shown).toEqual(['Funding', '2. First.', 'Second.', 'Funding › Later', 'Third.']);
  });

  test('shows the nearest page to one that does not exist', () => {
    const long = aRelease({ passages: Array.from({ length: 100 }, () => aPassage()) });
    const last = pagesOf(long).at(-1);
    expect(readModal(long, 99, site)).toEqual(last);
    expect(readModal(long, -1, site)).toEqual(readModal(long, 0, site));
  });
});

describe('Contacts', () => {
  const given = aRelease({ contacts: [aContact({ phones: [MOBILE, OFFICE] })] });

  test('shows a personal number only where it may be shown', () => {
    expect(JSON.stringify(contactsModal(given, site, { mobiles: true }))).toContain(MOBILE.printed);
    const hidden = JSON.stringify(contactsModal(given, site, { mobiles: false }));
    expect(hidden).not.toContain(MOBILE.printed);
    expect(hidden).not.toContain(MOBILE.e164);
    expect(hidden).toContain(OFFICE.printed);
  });

  test('says so where none is printed', () => {
    expect(JSON.stringify(contactsModal(aRelease(), site, { mobiles: true }))).toContain(
      'prints no media contact',
    );
  });

  test('is taken by Slack, whatever the foot of the release holds', () => {
    fc.assert(
      fc.property(openRelease, fc.boolean(), (any, mobiles) => {
        expectView(contactsModal(any, site, { mobiles }));
      }),
      RUNS,
    );
    const crowd = aRelease({ contacts: Array.from({ length: 300 }, () => aContact()) });
    expectView(contactsModal(crowd, site, { mobiles: true }));
  });
});

describe('Share', () => {
  test('posts and asks what Slack takes, whatever the release holds', () => {
    fc.assert(
      fc.property(openRelease, (any) => {
        expectMessage(shareMessage(any, 'UMEI', site), ['UMEI']);
        expectView(shareModal(any, 'CSHARED', site), ['CSHARED']);
      }),
      RUNS,
    );
  });
});
