import { expect, test } from 'vitest';
import { openEnquiry, referenceOf, yearIn } from '../../src/enquiries/open-enquiry.ts';
import { aDesk } from './a-desk.ts';
import { aDraft } from './an-enquiry.ts';

test('openEnquiry() saves the question with a receipt, a card and a word to each contact in Slack', async () => {
  const desk = await aDesk();
  const outcome = await openEnquiry(desk.deps, aDraft());
  expect(outcome).toMatchObject({ kind: 'opened', again: false });
  expect(outcome.enquiry.reference).toBe('ME-26-0001');
  const { id } = outcome.enquiry;
  expect((await desk.deliver()).map(({ key }) => key).toSorted()).toEqual([
    `card:${id}`,
    `contact-card:${id}:UCONTACT`,
    `receipt:${id}`,
  ]);
  expect((await desk.store.timeline(id))[0]).toMatchObject({
    seq: 1,
    what: 'opened',
    details: { who: 'UJOURNALIST', why: 'at the foot of the release' },
  });
});

test('openEnquiry() opens one enquiry for one submission, also when it comes twice at once', async () => {
  const desk = await aDesk();
  const outcomes = await Promise.all([1, 2, 3].map(() => openEnquiry(desk.deps, aDraft())));
  expect(new Set(outcomes.map(({ enquiry }) => enquiry.id)).size).toBe(1);
  expect(outcomes.filter(({ again }) => !again)).toHaveLength(1);
  expect((await openEnquiry(desk.deps, aDraft({ question: 'Other?' }))).again).toBe(true);
  const other = await openEnquiry(desk.deps, aDraft({ key: 'V2' }));
  expect(other.enquiry.id).not.toBe(outcomes[0]?.enquiry.id);
});

test.each([
  { zone: 'Asia/Singapore', at: '2026-12-31T15:59:59Z', year: 2026 },
  { zone: 'Asia/Singapore', at: '2026-12-31T16:00:00Z', year: 2027 },
  { zone: 'UTC', at: '2026-12-31T16:00:00Z', year: 2026 },
])('yearIn() is $year in $zone at $at', ({ zone, at, year }) => {
  expect(yearIn(zone, new Date(at))).toBe(year);
});

test.each([
  { year: 2026, number: 7, reference: 'ME-26-0007' },
  { year: 2030, number: 12_345, reference: 'ME-30-12345' },
  { year: 2109, number: 1, reference: 'ME-09-0001' },
])('referenceOf() is $reference', ({ year, number, reference }) => {
  expect(referenceOf(year, number)).toBe(reference);
});
