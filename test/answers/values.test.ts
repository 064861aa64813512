import { describe, expect, test } from 'vitest';
import { valuesIn } from '../../src/answers/values.ts';
import type { Wanted } from '../../src/answers/wanted.ts';

const printed = (text: string, wanted: Wanted) =>
  valuesIn(text, wanted)
    .toSorted((one, other) => one.from - other.from)
    .map(({ from, to }) => text.slice(from, to));

describe('what in a sentence could be an answer', () => {
  test.each<[Wanted, string, string[]]>([
    ['money', 'It set aside S$2.5 million and 300 dollars each.', ['S$2.5 million', '300 dollars']],
    ['percentage', 'Some 38% agreed, up from 30 per cent.', ['38%', '30 per cent']],
    ['date', 'It opens on 3 April 2023 and closes in May 2024.', ['3 April 2023', 'May 2024']],
    ['duration', 'They serve a two-year term after 18 months.', ['two-year', '18 months']],
    ['clock', 'Doors open at 5pm.', ['5pm']],
    ['person', 'Dr Tan Mei Lin opened it.', ['Dr Tan Mei Lin']],
    ['count', 'About 12,000 people and five teams came.', ['12,000', 'five']],
  ])('%s', (wanted, text, values) => {
    expect(printed(text, wanted)).toEqual(values);
  });

  test('things in a row are surer a list than a mere example', () => {
    const sureness = (text: string) => Math.max(...valuesIn(text, 'list').map(({ sure }) => sure));
    const row = sureness('The three towns are Bedok, Tampines and Yishun.');
    expect(row).toBeGreaterThan(sureness('Towns such as Bedok have it.'));
    expect(row).toBeGreaterThan(
      sureness('In Bedok, which is old, and busy, people and cars meet.'),
    );
  });

  test('days, years, sums and shares are no counts', () => {
    expect(printed('On 29 June 2026, $40 or 12% was paid.', 'count')).toEqual([]);
  });
});
