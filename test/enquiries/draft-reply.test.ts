import { expect, test } from 'vitest';
import { claimEnquiry } from '../../src/enquiries/claim-enquiry.ts';
import { draftOf, draftReply } from '../../src/enquiries/draft-reply.ts';
import { replyToEnquiry } from '../../src/enquiries/reply-to-enquiry.ts';
import { aDesk } from './a-desk.ts';
import { minutesAfter, nine, people } from './an-enquiry.ts';

const { contact, head, journalist, stranger } = people;

async function aClaimedEnquiry() {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await claimEnquiry(desk.deps, { enquiryId, actor: contact });
  return { desk, enquiryId };
}

test('a draft is kept with the enquiry and told to nobody, however long it waits', async () => {
  const { desk, enquiryId } = await aClaimedEnquiry();
  await desk.deliver();
  desk.told.length = 0;
  const drafted = await draftReply(desk.deps, {
    enquiryId,
    actor: contact,
    text: 'Not yet public',
  });
  expect(drafted.kind).toBe('drafted');
  desk.moveClock(minutesAfter(nine, 100));
  await desk.deliver();
  expect(desk.told).toEqual([]);
  expect((await desk.store.timeline(enquiryId)).at(-1)?.what).toBe('reply drafted');
});

test('a newer draft takes the place of the older, and sending it leaves none', async () => {
  const { desk, enquiryId } = await aClaimedEnquiry();
  const first = await draftReply(desk.deps, { enquiryId, actor: contact, text: 'One' });
  const second = await draftReply(desk.deps, { enquiryId, actor: contact, text: 'Two' });
  if (first.kind !== 'drafted' || second.kind !== 'drafted') throw new Error('not drafted');
  const enquiry = await desk.read(enquiryId);
  expect(draftOf(enquiry, contact, first.draft.id)).toBeUndefined();
  expect(draftOf(enquiry, contact, second.draft.id)?.text).toBe('Two');
  expect(draftOf(enquiry, head, second.draft.id)).toBeUndefined();

  const sent = { enquiryId, actor: contact, text: 'Two', key: second.draft.id };
  await replyToEnquiry(desk.deps, sent);
  expect((await desk.read(enquiryId)).drafts).toEqual([]);
});

test.each([
  ['whoever does not have the enquiry', head, 'Words', 'barred'],
  ['the asker', journalist, 'Words', 'barred'],
  ['a stranger', stranger, 'Words', 'barred'],
  ['nobody without words', contact, ' \n ', 'empty'],
])('%s cannot draft a reply', async (_, actor, text, kind) => {
  const { desk, enquiryId } = await aClaimedEnquiry();
  expect((await draftReply(desk.deps, { enquiryId, actor, text })).kind).toBe(kind);
});

test('no draft on terms that the asker has not agreed to', async () => {
  const { desk, enquiryId } = await aClaimedEnquiry();
  const drafted = await draftReply(desk.deps, {
    enquiryId,
    actor: contact,
    text: 'Between us',
    attribution: 'background',
  });
  expect(drafted.kind).toBe('terms-not-agreed');
});

test('a holding line is no answer: the enquiry stays claimed and its reminders go on', async () => {
  const { desk, enquiryId } = await aClaimedEnquiry();
  await replyToEnquiry(desk.deps, { enquiryId, actor: contact, text: 'Soon', holding: true });
  desk.moveClock(minutesAfter(nine, 1));
  await desk.deliver();
  const held = await desk.read(enquiryId);
  expect(held.status).toBe('claimed');
  expect(held.replies[0]?.delivery.kind).toBe('sent');
  expect(await desk.store.dueBefore(minutesAfter(nine, 91))).toHaveLength(1);

  await replyToEnquiry(desk.deps, { enquiryId, actor: contact, text: 'The answer' });
  desk.moveClock(minutesAfter(nine, 2));
  await desk.deliver();
  expect((await desk.read(enquiryId)).status).toBe('answered');
  expect(await desk.store.dueBefore(minutesAfter(nine, 500))).toEqual([]);
});
