import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkQuote } from '../../../src/answers/check-quote.ts';
import { saidSentences } from '../../../src/answers/said-sentences.ts';
import { linesMessage } from '../../../src/slack/views/lines-message.ts';
import {
  quoteCheckMessage,
  saidSentencesMessage,
} from '../../../src/slack/views/quote-messages.ts';
import { aRelease } from '../../builders.ts';

test('whatever people wrote, a message keeps within what Slack takes and mentions nobody', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 2000 }),
    fc.constantFrom('<!channel>', '<@U012AB3CD>', 'a\nForged: yes', '&'.repeat(1500)),
  );
  const line = fc.record({ text, quote: text });
  fc.assert(
    fc.property(text, fc.array(line, { maxLength: 60 }), (lead, lines) => {
      const message = linesMessage(lead, lines);
      expect(message.text.length).toBeLessThanOrEqual(4000);
      expect(message.text).not.toMatch(/<[!@]/);
      expect(message.blocks.length).toBeLessThanOrEqual(48);
      for (const block of message.blocks)
        expect(JSON.stringify(block)).not.toMatch(/"type":"mrkdwn","text":"[^"]*<[!@]/);
    }),
    { numRuns: 60 },
  );
});

const years = Array.from({ length: 20 }, (_, place) =>
  aRelease({
    title: `Release ${place}`,
    date: `${2000 + place}-01-01`,
    passages: [`In ${2000 + place} the fund held S$500 million.`],
  }),
);

test('of many sentences the oldest and the newest are shown, and how many stand between', () => {
  const { text } = saidSentencesMessage(
    'S$500 million',
    saidSentences(years, 'S$500 million'),
    undefined,
  );
  expect(text).toContain('20 released sentences');
  expect(text).toContain('In 2000 the fund');
  expect(text).toContain('8 more between these');
  expect(text).toContain('In 2019 the fund');
  expect(text).not.toContain('In 2010 the fund');
  expect(text).toContain('Latest mention: Release 19');
});

test('an altered quote is shown beside the released words, with what differs', () => {
  const check = checkQuote('In 2005 the fund held S$700 million.', years);
  const { text } = quoteCheckMessage(check, undefined);
  expect(text).toContain('Not word for word');
  expect(text).toContain('In 2005 the fund held S$500 million.');
  expect(text).toContain('Not in the release: $700');
});
