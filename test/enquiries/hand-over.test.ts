import { expect, test } from 'vitest';
import { claimEnquiry } from '../../src/enquiries/claim-enquiry.ts';
import { acceptHandOver, declineHandOver, handOver } from '../../src/enquiries/hand-over.ts';
import { replyToEnquiry } from '../../src/enquiries/reply-to-enquiry.ts';
import { aDesk } from './a-desk.ts';
import { people } from './an-enquiry.ts';

const { contact, officer, head } = people;

async function offeredToHead() {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await claimEnquiry(desk.deps, { enquiryId, actor: contact });
  const outcome = await handOver(desk.deps, { enquiryId, actor: contact, to: head.userId });
  expect(outcome).toMatchObject({ kind: 'offered', to: 'UHEAD' });
  return { ...desk, enquiryId };
}

test('until an offer is accepted both own it: the owner stays, and either may reply', async () => {
  const { deps, enquiryId, read } = await offeredToHead();
  expect(await read(enquiryId)).toMatchObject({ owner: 'UCONTACT', offer: { to: 'UHEAD' } });
  const reply = { enquiryId, actor: head, text: 'Noted.' };
  expect((await replyToEnquiry(deps, reply)).kind).toBe('waiting');
});

test('who accepts owns it alone, and the former owner is told', async () => {
  const { deps, enquiryId, read, deliver } = await offeredToHead();
  expect(await acceptHandOver(deps, { enquiryId, actor: officer })).toMatchObject({
    kind: 'barred',
  });
  expect(await acceptHandOver(deps, { enquiryId, actor: head })).toMatchObject({
    kind: 'accepted',
    from: 'UCONTACT',
  });
  expect(await read(enquiryId)).toMatchObject({ owner: 'UHEAD' });
  expect(await read(enquiryId)).not.toHaveProperty('offer');
  expect((await deliver()).map(({ key }) => key)).toContainEqual(
    expect.stringMatching(/^personal:.*:accepted:UCONTACT:/),
  );
});

test('who declines leaves it with the owner', async () => {
  const { deps, enquiryId, read } = await offeredToHead();
  const declined = await declineHandOver(deps, { enquiryId, actor: head, why: 'on leave' });
  expect(declined).toMatchObject({ kind: 'declined', owner: 'UCONTACT' });
  expect(await read(enquiryId)).not.toHaveProperty('offer');
});

test('a later offer takes the place of an earlier one', async () => {
  const { deps, enquiryId } = await offeredToHead();
  await handOver(deps, { enquiryId, actor: contact, to: officer.userId });
  expect((await acceptHandOver(deps, { enquiryId, actor: head })).kind).toBe('barred');
  expect((await acceptHandOver(deps, { enquiryId, actor: officer })).kind).toBe('accepted');
});

test.each([
  { to: 'UCONTACT', whom: 'oneself' },
  { to: 'UJOURNALIST', whom: 'the asker' },
])('it is not offered to $whom', async ({ to }) => {
  const { deps, enquiryId } = await offeredToHead();
  expect(await handOver(deps, { enquiryId, actor: contact, to })).toEqual({
    kind: 'not-suitable',
    to,
  });
});
