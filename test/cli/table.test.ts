import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableLines, widthOf } from '../../src/cli/table.ts';

const head = ['Reference', 'Question'];

test('columns stand under each other, and the last is cut at the edge of the terminal', () => {
  const rows = [
    ['ME-26-0001', 'How much of the money is for healthcare, and from when on?'],
    ['ME-26-2', '多少钱'],
  ];
  expect(tableLines(head, rows, 40)).toEqual([
    'Reference   Question',
    'ME-26-0001  How much of the money is fo…',
    'ME-26-2     多少钱',
  ]);
});

test('piped, nothing is cut and cells are parted by tabs, without the head', () => {
  const long = 'word '.repeat(60).trim();
  expect(tableLines(head, [['ME-26-0001', `${long}\n\u001b[31mred`]], undefined)).toEqual([
    `ME-26-0001\t${long} [31mred`,
  ]);
});

test('no line is wider than the terminal, and no control character comes through', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 80 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, text), { maxLength: 5 }),
      fc.integer({ min: 60, max: 160 }),
      (rows, columns) => {
        for (const line of tableLines(head, rows, columns)) {
          expect(widthOf(line)).toBeLessThanOrEqual(columns);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      },
    ),
  );
});
