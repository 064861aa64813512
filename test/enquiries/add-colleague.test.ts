import { expect, test } from 'vitest';
import { addColleague } from '../../src/enquiries/add-colleague.ts';
import { claimEnquiry } from '../../src/enquiries/claim-enquiry.ts';
import { aDesk } from './a-desk.ts';
import { people } from './an-enquiry.ts';

test('a colleague who is asked for help gets the card and may then claim', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  const { officer, otherContact } = people;
  const ask = (userId: string) => addColleague(desk.deps, { enquiryId, actor: officer, userId });
  expect((await claimEnquiry(desk.deps, { enquiryId, actor: otherContact })).kind).toBe(
    'not-allowed',
  );
  expect((await ask('UCONTACT2')).kind).toBe('added');
  expect((await ask('UCONTACT2')).kind).toBe('there-already');
  expect((await ask('UCONTACT')).kind).toBe('there-already');
  expect((await ask('UJOURNALIST')).kind).toBe('not-suitable');
  const told = (await desk.deliver()).map(({ key }) => key);
  expect(told).toContain(`contact-card:${enquiryId}:UCONTACT2`);
  expect((await claimEnquiry(desk.deps, { enquiryId, actor: otherContact })).kind).toBe('claimed');
});
