import { expect, test } from 'vitest';
import { reopenEnquiry } from '../../src/enquiries/reopen-enquiry.ts';
import { markDuplicate, resolveEnquiry } from '../../src/enquiries/resolve-enquiry.ts';
import { aDesk } from './a-desk.ts';
import { minutesAfter, nine, people } from './an-enquiry.ts';

const { officer, journalist, stranger } = people;

test('a resolved enquiry can be opened again, by the asker too, and its reminders begin anew', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await resolveEnquiry(desk.deps, { enquiryId, actor: officer, why: 'answered by telephone' });
  expect(await desk.read(enquiryId)).toMatchObject({ status: 'resolved', resolvedBy: 'UOFFICER' });
  expect((await reopenEnquiry(desk.deps, { enquiryId, actor: stranger })).kind).toBe('barred');

  desk.moveClock(minutesAfter(nine, 60));
  await reopenEnquiry(desk.deps, { enquiryId, actor: journalist });
  expect(await desk.read(enquiryId)).toMatchObject({
    status: 'open',
    deadline: { setAt: minutesAfter(nine, 60), at: minutesAfter(nine, 180) },
  });
  expect(await desk.store.dueBefore(minutesAfter(nine, 119))).toEqual([]);
  expect(await desk.store.dueBefore(minutesAfter(nine, 120))).toHaveLength(1);
});

test('a duplicate is closed with a link that no outlet sees', async () => {
  const desk = await aDesk();
  const first = await desk.open();
  const second = await desk.open({ key: 'V2', outlet: 'Evening Post' });
  await desk.deliver();
  desk.told.length = 0;
  const mark = { enquiryId: second.id, actor: officer };
  expect((await markDuplicate(desk.deps, { ...mark, of: second })).kind).toBe('not-suitable');
  expect(await markDuplicate(desk.deps, { ...mark, of: first })).toMatchObject({
    kind: 'resolved',
    enquiry: { duplicateOf: { reference: 'ME-26-0001' } },
  });
  await desk.deliver();
  expect(desk.told.filter(({ lane }) => lane === 'CSHARED')).toEqual([]);
});
