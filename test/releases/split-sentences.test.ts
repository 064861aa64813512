import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/releases/split-sentences.ts';

const sentences = (text: string) =>
  splitSentences(text).map(({ from, to }) => text.slice(from, to));

test.each([
  [['Dr. Tan S. L. of the U.S. agency spoke at 10 a.m. on Monday.', 'It costs S$1.5 million.']],
  [['The No. 5 bus runs at 5.30pm.', 'Mr. Lim vs. Ms. Ng etc. are here.']],
  [['Is it so?', '(Yes.)', 'Prof. A. B. Tan won.']],
  [['The Government will "act now."', 'Then it did.']],
  [['“We are glad.”', 'He said so!']],
  [['Details are in Annex C.', 'The WBGT is low.']],
  [['Visit www.map.gov.sg.', 'It uses GPT-3.5.', 'But NovA!, an AI, is here.']],
  [['He works at MediaCorp Pte Ltd.', 'Mr Teo left.']],
  [['It closed at 4:30 p.m. PDT on Wednesday.']],
  [['“Will you?” asked Ann.', 'Go (pre-COVID).', 'The average rose.']],
  [['ii. For industries: go.', 'Then stop.']],
  [['Circles.Life co-founders came to www.gov.sg/x.html today.']],
  [['在新加坡，我们很高兴。', '谢谢大家！', '好。']],
])('%j', (parts) => {
  expect(sentences(parts.join(' ').replace(/([。！]) /g, '$1'))).toEqual(parts);
});

test('a forgotten blank does not hide the end of a sentence', () => {
  expect(sentences('They lack services.These gaps remain.')).toEqual([
    'They lack services.',
    'These gaps remain.',
  ]);
});

test('nothing but blanks is left out, and every piece is cut exactly', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'The',
          'Dr.',
          'U.S.',
          'cost',
          'rose.',
          'S$1.5',
          'million.',
          '“Yes.”',
          'a.m.',
          '(b)',
          '好。',
          'www.a.sg',
          'etc.',
          '…',
          '?',
          '😀.',
        ),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 30 },
    )
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, (line) => {
      const spans = splitSentences(line);
      const squeeze = (part: string) => part.replace(/\s+/g, '');
      expect(spans.map(({ from, to }) => squeeze(line.slice(from, to))).join('')).toBe(
        squeeze(line),
      );
      for (const { from, to } of spans)
        expect(line.slice(from, to)).toBe(line.slice(from, to).trim());
    }),
  );
});
