import { expect, test } from 'vitest';
import { unsupportedFacts } from '../../src/enquiries/unsupported-facts.ts';
import { buildIndex } from '../../src/search/release-index.ts';
import { aContact, aRelease } from '../builders.ts';

const now = new Date('2026-11-25T06:00:00Z');

const ferry = aRelease({
  title: 'Night Ferry To Pulau Ubin',
  date: '2026-03-01',
  passages: [
    'The Port Office will spend S$1.5 billion on piers by 2030, of which S$250 million is for Changi Point.',
    'About a third of passengers travel at night, and one in five of them works on the island.',
    'Ms Tan Mei Ling, Chief Executive of the Port Office, opened the pier on 14 February 2026 at 9.30 am.',
    'The Minister for Transport, Mr Ravi Kumar, said that twelve boats sail each hour, and 1,200 people use them a day.',
    'Fares fall by 12.5 per cent from 1 April 2026. Two-thirds of the boats are electric.',
    'The trial runs in the third quarter of 2026 with the National University of Singapore.',
    'Half a million people visited Pulau Ubin in 2025.',
  ],
  contacts: [aContact({ name: 'Tan Mei Ling', organisation: 'Port Office' })],
});

async function marked(text: string): Promise<string[]> {
  const index = await buildIndex([ferry], { pause: async () => {}, now });
  return unsupportedFacts(text, { index, now, cited: [ferry] }).map(({ words }) => words);
}

test.each([
  'The Port Office will spend S$1.5 billion on piers.',
  'We will spend $1,500 million on piers by 2030.',
  'Of this, S$250m is for Changi Point.',
  'A quarter of a billion dollars is for Changi Point.',
  'About one third of passengers travel at night.',
  'One in five of the passengers who travel at night works on the island.',
  'Ms Tan Mei Ling opened the pier on 14 Feb 2026.',
  'The pier was opened at 9.30am on 14 February.',
  'The Chief Executive of the Port Office opened the pier.',
  'Mr Ravi Kumar is the Minister for Transport.',
  'Twelve boats sail each hour.',
  '12 boats sail each hour.',
  'Some 1200 people use the boats a day.',
  'Fares fall by 12.5% from 1 April.',
  'Fares fall by 12.5 percent from April 1, 2026.',
  'Two thirds of the boats are electric.',
  'The trial runs in Q3 2026.',
  'The trial runs with the National University of Singapore.',
  'Half a million people visited Pulau Ubin in 2025.',
  'Thank you for your question. We have nothing to add to the release.',
])('passes what the release says: %s', async (reply) => {
  expect(await marked(reply)).toEqual([]);
});

test.each([
  ['The Port Office will spend S$1.6 billion on piers.', ['S$1.6 billion']],
  ['We will spend half a billion dollars on piers.', ['half a billion']],
  ['Of this, S$350m is for Changi Point.', ['S$350m']],
  ['About half of passengers travel at night.', ['half']],
  ['About a quarter of passengers travel at night.', ['quarter']],
  ['One in three of the passengers who travel at night works there.', ['One in three']],
  ['Ms Tan Mei Ling opened the pier on 15 February 2026.', ['15 February 2026']],
  ['The pier was opened at 10.30am.', ['10.30am']],
  ['The Chief Engineer of the Port Office opened the pier.', ['Chief Engineer']],
  ['Mr Ravi Kumar is the Minister for Education.', ['Minister for Education']],
  ['Mr Ravi Menon said that twelve boats sail each hour.', ['Ravi Menon']],
  ['Twenty-two boats sail each hour.', ['Twenty-two']],
  ['A dozen people sail each hour, and two dozen boats.', ['two dozen']],
  ['Some 1,300 people use the boats a day.', ['1,300']],
  ['Fares fall by 15% from 1 April.', ['15%']],
  ['Fares fall by fifteen per cent from April.', ['fifteen per cent']],
  ['Three quarters of the boats are electric.', ['Three quarters']],
  ['The trial runs in Q4 2026.', ['Q4 2026']],
  [
    'The trial runs with the Nanyang Technological University.',
    ['Nanyang Technological University'],
  ],
  ['Two hundred and fifty boats sail each hour.', ['Two hundred and fifty']],
])('points out what it does not: %s', async (reply, wrong) => {
  const found = await marked(reply);
  for (const words of wrong)
    expect(
      found.some((one) => one.includes(words) || words.includes(one)),
      `${found}`,
    ).toBe(true);
  // Nothing else in the sentence is accused.
  expect(found.length, `${found}`).toBe(wrong.length);
});
