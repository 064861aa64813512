import { expect, test } from 'vitest';
import { claimEnquiry } from '../../src/enquiries/claim-enquiry.ts';
import { eraseClosedEnquiries } from '../../src/enquiries/erase-closed-enquiries.ts';
import { replyToEnquiry } from '../../src/enquiries/reply-to-enquiry.ts';
import { resolveEnquiry } from '../../src/enquiries/resolve-enquiry.ts';
import { verifyRecords } from '../../src/enquiries/verify-records.ts';
import { aDesk } from './a-desk.ts';
import { minutesAfter, nine, people } from './an-enquiry.ts';

test('names and words of a closed enquiry go when their time is over; the chain holds, open ones stay', async () => {
  const desk = await aDesk();
  const { contact, officer } = people;
  const { id: enquiryId } = await desk.open();
  const open = await desk.open({ key: 'V2' });
  await claimEnquiry(desk.deps, { enquiryId, actor: contact });
  await replyToEnquiry(desk.deps, { enquiryId, actor: contact, text: 'Secret words.' });
  desk.moveClock(minutesAfter(nine, 1));
  await desk.deliver();
  await resolveEnquiry(desk.deps, { enquiryId, actor: officer });

  const erase = (minutes: number) =>
    eraseClosedEnquiries(desk.deps, { closedBefore: minutesAfter(nine, minutes) });
  expect(await erase(1)).toEqual([]);
  expect(await erase(2)).toEqual(['ME-26-0001']);
  expect(await erase(2)).toEqual([]);

  const record = JSON.stringify(await desk.store.record(enquiryId));
  for (const word of [
    'Secret',
    'Ada',
    'UJOURNALIST',
    'UCONTACT',
    'UOFFICER',
    'Mary',
    'CSHARED',
    'Daily',
    'noon',
  ])
    expect(record).not.toContain(word);
  expect(await desk.store.findByReference('ME-26-0001')).toMatchObject({
    status: 'resolved',
    createdAt: nine,
  });
  expect(await desk.read(open.id)).toMatchObject({ question: open.question });
  expect((await verifyRecords(desk.store)).broken).toEqual([]);
});
