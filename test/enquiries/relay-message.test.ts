import { expect, test } from 'vitest';
import { enquiryForMessage, relayMessage } from '../../src/enquiries/relay-message.ts';
import { aDesk } from './a-desk.ts';
import { anEnquiry, nine } from './an-enquiry.ts';

const message = {
  userId: 'UJOURNALIST',
  messageTs: '5.5',
  change: 'new',
  changeTs: '',
  text: 'Also: since when?',
  files: ['letter.pdf'],
} as const;

test('what the asker writes later goes to the desk once, its edits and its deletion with it', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await desk.deliver();
  desk.told.length = 0;
  const relay = (changes: object) =>
    relayMessage(desk.deps, { enquiryId, message: { ...message, ...changes } });
  expect((await relay({})).kind).toBe('relayed');
  expect((await relay({})).kind).toBe('relayed-before');
  expect((await relay({ change: 'edited', changeTs: '6.6', text: 'Since when?' })).kind).toBe(
    'relayed',
  );
  expect((await relay({ change: 'deleted', changeTs: '7.7', text: '' })).kind).toBe('relayed');
  await desk.deliver();
  expect(desk.told.map(({ place }) => place)).toEqual(['desk', 'desk', 'desk']);
  expect(desk.told[0]?.notice).toEqual({ kind: 'asker-wrote', enquiryId, ...message });
  const events = await desk.store.timeline(enquiryId);
  expect(events.filter(({ what }) => what === 'asker wrote')).toHaveLength(3);
});

test('a message in a thread with several enquiries belongs to the newest live one of its writer', () => {
  const { status: _, ...facts } = anEnquiry();
  const ada = { ...facts.asker, userId: 'UADA' };
  const closed = { ...facts, id: 'closed', status: 'withdrawn', withdrawnAt: nine } as const;
  const mine = anEnquiry({ id: 'mine' });
  const hers = anEnquiry({ id: 'hers', asker: ada });
  expect(enquiryForMessage([closed, hers, mine], 'UJOURNALIST')?.id).toBe('mine');
  expect(enquiryForMessage([closed, hers], 'UJOURNALIST')?.id).toBe('hers');
  expect(enquiryForMessage([closed], 'USOMEBODY')?.id).toBe('closed');
  expect(enquiryForMessage([], 'USOMEBODY')).toBeUndefined();
});
