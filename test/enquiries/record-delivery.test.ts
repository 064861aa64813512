import { expect, test } from 'vitest';
import { claimEnquiry } from '../../src/enquiries/claim-enquiry.ts';
import { recordDelivery } from '../../src/enquiries/record-delivery.ts';
import { aDesk } from './a-desk.ts';
import { people } from './an-enquiry.ts';

test('where receipt, card and copies stand is kept, and a card is found by its message', async () => {
  const desk = await aDesk();
  const { id } = await desk.open();
  await desk.deliver();
  const enquiry = await desk.read(id);
  expect(enquiry.receipt?.channel).toBe('CSHARED');
  expect(enquiry.copies).toMatchObject([{ userId: 'UCONTACT' }]);
  const { channel = '', ts = '' } = enquiry.card ?? {};
  expect((await desk.store.findByCard(channel, ts))?.id).toBe(id);
});

test('recording the same delivery again changes nothing', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  const delivered = { kind: 'sent', channel: 'CDESK', ts: '1.1' } as const;
  const input = { notice: { kind: 'card', enquiryId } as const, delivered };
  expect((await recordDelivery(desk.deps, input)).kind).toBe('recorded');
  const once = await desk.read(enquiryId);
  expect((await recordDelivery(desk.deps, input)).kind).toBe('nothing-to-record');
  expect(await desk.read(enquiryId)).toEqual(once);
});

test('what Slack refuses for good stands on the card, is not tried for ever, and goes when it works again', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  const key = `contact-card:${enquiryId}:UCONTACT`;
  const told = await desk.deliver({ [key]: 'user_disabled' });
  expect(told.filter((item) => item.key === key)).toHaveLength(1);
  expect(await desk.read(enquiryId)).toMatchObject({
    troubles: [{ what: key, reason: 'user_disabled' }],
  });
  await claimEnquiry(desk.deps, { enquiryId, actor: people.officer });
  expect((await desk.deliver()).map((item) => item.key)).not.toContain(key);

  const notice = { kind: 'contact-card', enquiryId, userId: 'UCONTACT' } as const;
  const delivered = { kind: 'sent', channel: 'D1', ts: '2.2' } as const;
  await recordDelivery(desk.deps, { notice, delivered });
  expect((await desk.read(enquiryId)).troubles).toEqual([]);
});

test('a desk channel that is gone is noted once and told to the contacts', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await desk.deliver({ [`card:${enquiryId}`]: 'channel_not_found' });
  expect((await desk.read(enquiryId)).troubles).toHaveLength(1);
});

test('a notice of no enquiry has nothing to record', async () => {
  const desk = await aDesk();
  const notice = { kind: 'digest', day: '2026-03-02' } as const;
  const delivered = { kind: 'refused', reason: 'is_archived' } as const;
  expect(await recordDelivery(desk.deps, { notice, delivered })).toEqual({
    kind: 'nothing-to-record',
  });
});
