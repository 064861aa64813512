import { expect, test } from 'vitest';
import { minutesAfter, nine } from '../enquiries/an-enquiry.ts';
import type { OpenEmpty } from './store.contract.ts';

const mei = { person: 'mei@example.gov.sg', slackId: 'UMEI', name: 'Mei Tan' };
const ben = { person: 'ben@example.gov.sg', slackId: null, name: 'Ben' };

export function shiftsContract(open: OpenEmpty) {
  test('a shift is begun once, whoever tries, and is read back as it was', async () => {
    const store = await open();
    expect(await store.latestShift()).toBeUndefined();
    const first = { seq: 1, officer: mei, at: nine, acceptedAt: nine };
    const second = { seq: 2, officer: ben, before: mei, at: minutesAfter(nine, 1) };
    expect(await store.beginShift(first)).toBe('begun');
    const outcomes = await Promise.all([
      store.beginShift(second),
      store.beginShift({ ...second, officer: mei }),
    ]);
    expect(outcomes.toSorted()).toEqual(['begun', 'overtaken']);
    expect(await store.findShift(1)).toEqual(first);
    expect((await store.latestShift())?.seq).toBe(2);
  });

  test('of several who accept a shift one does', async () => {
    const store = await open();
    await store.beginShift({ seq: 1, officer: ben, before: mei, at: nine });
    const outcomes = await Promise.all([1, 2, 3].map(() => store.acceptShift(1, nine)));
    expect(outcomes.toSorted()).toEqual(['accepted', 'accepted-before', 'accepted-before']);
    expect(await store.findShift(1)).toEqual({
      seq: 1,
      officer: ben,
      before: mei,
      at: nine,
      acceptedAt: nine,
    });
    expect(await store.acceptShift(7, nine)).toBe('unknown');
  });
}
