import { expect, test } from 'vitest';
import { agreeTerms, proposeTerms } from '../../src/enquiries/agree-terms.ts';
import { claimEnquiry } from '../../src/enquiries/claim-enquiry.ts';
import { replyToEnquiry, undoMs } from '../../src/enquiries/reply-to-enquiry.ts';
import { resolveEnquiry } from '../../src/enquiries/resolve-enquiry.ts';
import { undoReply } from '../../src/enquiries/undo-reply.ts';
import { withdrawEnquiry } from '../../src/enquiries/withdraw-enquiry.ts';
import { aDesk } from './a-desk.ts';
import { nine, people } from './an-enquiry.ts';

const { contact, officer, journalist } = people;
const afterMs = (ms: number) => new Date(nine.getTime() + ms);

async function claimedDesk() {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await claimEnquiry(desk.deps, { enquiryId, actor: contact });
  await desk.deliver();
  desk.told.length = 0;
  const repliesTold = () => desk.told.filter(({ notice }) => notice.kind === 'reply').length;
  const reply = async (text = 'S$20 million.', key?: string) => {
    const input = { enquiryId, actor: contact, text, ...(key === undefined ? {} : { key }) };
    return replyToEnquiry(desk.deps, input);
  };
  return { ...desk, enquiryId, repliesTold, reply };
}

test('a reply is posted ten seconds after Send, once, and makes the enquiry answered', async () => {
  const desk = await claimedDesk();
  expect(await desk.reply()).toMatchObject({ kind: 'waiting', reply: { sendAt: afterMs(undoMs) } });
  desk.moveClock(afterMs(undoMs - 1));
  await desk.deliver();
  expect(desk.repliesTold()).toBe(0);
  expect(await desk.read(desk.enquiryId)).toMatchObject({ status: 'claimed' });

  desk.moveClock(afterMs(undoMs));
  await desk.deliver();
  await desk.deliver();
  expect(desk.repliesTold()).toBe(1);
  expect(await desk.read(desk.enquiryId)).toMatchObject({
    status: 'answered',
    owner: 'UCONTACT',
    replies: [{ text: 'S$20 million.', delivery: { kind: 'sent', channel: 'CSHARED' } }],
  });
});

test('an undone reply is never posted, and its text is given back', async () => {
  const desk = await claimedDesk();
  const sending = await desk.reply('Wrong.');
  if (sending.kind !== 'waiting') throw new Error(sending.kind);
  const undo = { enquiryId: desk.enquiryId, replyId: sending.reply.id, actor: contact };
  desk.moveClock(afterMs(undoMs - 1));
  expect(await undoReply(desk.deps, undo)).toMatchObject({
    kind: 'undone',
    reply: { text: 'Wrong.' },
  });
  desk.moveClock(afterMs(60_000));
  await desk.deliver();
  expect(desk.repliesTold()).toBe(0);
  expect((await desk.read(desk.enquiryId)).replies).toEqual([]);
  expect((await undoReply(desk.deps, undo)).kind).toBe('too-late');
});

test('when Undo and the posting meet, it is either undone or posted', async () => {
  const desk = await claimedDesk();
  const sending = await desk.reply();
  if (sending.kind !== 'waiting') throw new Error(sending.kind);
  // Another replica, whose clock is ahead, has begun to post it.
  const taken = await desk.store.nextOutbox({ now: afterMs(undoMs), leaseMs: 60_000 });
  expect(taken.map(({ notice }) => notice.kind)).toContain('reply');
  const undo = { enquiryId: desk.enquiryId, replyId: sending.reply.id, actor: contact };
  expect((await undoReply(desk.deps, undo)).kind).toBe('too-late');
  expect((await desk.read(desk.enquiryId)).replies).toHaveLength(1);
});

test('pressing Send twice sends one reply; a second reply waits for the first', async () => {
  const desk = await claimedDesk();
  await desk.reply('One.', 'V9');
  expect((await desk.reply('One.', 'V9')).kind).toBe('waiting');
  expect((await desk.reply('Two.', 'V10')).kind).toBe('sending');
  expect((await desk.read(desk.enquiryId)).replies).toHaveLength(1);
});

test('an empty reply is refused, and so is one by somebody who does not have it', async () => {
  const desk = await claimedDesk();
  expect(await desk.reply(' \n')).toEqual({ kind: 'empty' });
  const { enquiryId } = desk;
  const stranger = await replyToEnquiry(desk.deps, { enquiryId, actor: officer, text: 'x' });
  expect(stranger).toMatchObject({ kind: 'barred', barred: { owner: 'UCONTACT' } });
});

test('other terms than on the record need the agreement of the asker first', async () => {
  const desk = await claimedDesk();
  const { deps, enquiryId } = desk;
  const input = { enquiryId, actor: contact, text: 'x', attribution: 'background' } as const;
  expect((await replyToEnquiry(deps, input)).kind).toBe('terms-not-agreed');
  await proposeTerms(deps, { enquiryId, actor: contact, attribution: 'background' });
  expect((await replyToEnquiry(deps, input)).kind).toBe('terms-not-agreed');

  const agree = { enquiryId, attribution: 'background' } as const;
  expect((await agreeTerms(deps, { ...agree, actor: contact })).kind).toBe('barred');
  expect((await agreeTerms(deps, { ...agree, actor: journalist })).kind).toBe('agreed');
  expect((await agreeTerms(deps, { ...agree, actor: journalist })).kind).toBe('agreed');
  expect((await replyToEnquiry(deps, input)).kind).toBe('waiting');
  const others = { ...input, attribution: 'not-for-quotation' } as const;
  expect((await replyToEnquiry(deps, { ...others, key: 'V2' })).kind).toBe('sending');
});

test('nobody resolves over a reply on its way, and an asker who withdraws stops it', async () => {
  const desk = await claimedDesk();
  const { deps, enquiryId } = desk;
  await desk.reply();
  expect((await resolveEnquiry(deps, { enquiryId, actor: contact })).kind).toBe('sending');
  expect((await withdrawEnquiry(deps, { enquiryId, actor: journalist })).kind).toBe('withdrawn');
  desk.moveClock(afterMs(60_000));
  await desk.deliver();
  expect(desk.repliesTold()).toBe(0);
});

test('a reply that Slack refuses is not an answer; it says so on the card', async () => {
  const desk = await claimedDesk();
  const sending = await desk.reply();
  if (sending.kind !== 'waiting') throw new Error(sending.kind);
  desk.moveClock(afterMs(undoMs));
  const told = await desk.deliver({
    [`reply:${desk.enquiryId}:${sending.reply.id}`]: 'channel_not_found',
  });
  expect(await desk.read(desk.enquiryId)).toMatchObject({
    status: 'claimed',
    replies: [{ delivery: { kind: 'failed', reason: 'channel_not_found' } }],
  });
  expect(told.map(({ notice }) => notice)).toContainEqual(
    expect.objectContaining({ kind: 'card-note', event: 'reply failed' }),
  );
});
