import { expect, test } from 'vitest';
import { claimEnquiry } from '../../src/enquiries/claim-enquiry.ts';
import { releaseEnquiry } from '../../src/enquiries/release-enquiry.ts';
import { resolveEnquiry } from '../../src/enquiries/resolve-enquiry.ts';
import { takeOverEnquiry } from '../../src/enquiries/take-over-enquiry.ts';
import { aDesk } from './a-desk.ts';
import { people } from './an-enquiry.ts';

const { contact, officer, head, stranger, journalist } = people;

test('the first who claims has it; the second learns who; an outsider learns nothing', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  const claim = (actor: typeof stranger | typeof officer | typeof contact) =>
    claimEnquiry(desk.deps, { enquiryId, actor });
  expect(await claim(contact)).toMatchObject({ kind: 'claimed', enquiry: { owner: 'UCONTACT' } });
  expect(await claim(officer)).toMatchObject({ kind: 'taken', by: 'UCONTACT' });
  expect(await claim(contact)).toMatchObject({ kind: 'yours' });
  expect(await claim(stranger)).toEqual({ kind: 'not-allowed' });
  expect(await claimEnquiry(desk.deps, { enquiryId, actor: journalist })).toEqual({
    kind: 'not-allowed',
  });
  expect(await claimEnquiry(desk.deps, { enquiryId: 'none', actor: officer })).toEqual({
    kind: 'unknown',
  });
});

test('a claim shows on every card', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await desk.deliver();
  await claimEnquiry(desk.deps, { enquiryId, actor: officer });
  expect((await desk.deliver()).map(({ key }) => key).toSorted()).toEqual([
    `card:${enquiryId}`,
    `contact-card:${enquiryId}:UCONTACT`,
    `contact-card:${enquiryId}:UOFFICER`,
  ]);
});

test('a closed enquiry is not claimed', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await resolveEnquiry(desk.deps, { enquiryId, actor: officer });
  expect(await claimEnquiry(desk.deps, { enquiryId, actor: officer })).toEqual({
    kind: 'closed',
    status: 'resolved',
  });
});

test('what is given back can be claimed by another', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await claimEnquiry(desk.deps, { enquiryId, actor: contact });
  expect(await releaseEnquiry(desk.deps, { enquiryId, actor: officer })).toMatchObject({
    kind: 'barred',
  });
  expect(
    await releaseEnquiry(desk.deps, { enquiryId, actor: contact, why: 'on leave' }),
  ).toMatchObject({ kind: 'released', enquiry: { status: 'open' } });
  expect(await desk.read(enquiryId)).not.toHaveProperty('owner');
  expect(await claimEnquiry(desk.deps, { enquiryId, actor: head })).toMatchObject({
    kind: 'claimed',
  });
});

test('an owner who went quiet loses it to whoever takes over, and is told', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await claimEnquiry(desk.deps, { enquiryId, actor: contact });
  const outcome = await takeOverEnquiry(desk.deps, { enquiryId, actor: head });
  expect(outcome).toMatchObject({
    kind: 'taken-over',
    from: 'UCONTACT',
    enquiry: { owner: 'UHEAD' },
  });
  const told = (await desk.deliver()).map(({ notice }) => notice);
  expect(told).toContainEqual(
    expect.objectContaining({ kind: 'personal', event: 'taken-over', userId: 'UCONTACT' }),
  );
});
