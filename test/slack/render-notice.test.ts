import { describe, expect, test } from 'vitest';
import { type Notice, noticeKey } from '../../src/enquiries/notice.ts';
import { type EnquiryNotice, markOf, renderNotice } from '../../src/slack/render-notice.ts';
import { anEnquiry, nine } from '../enquiries/an-enquiry.ts';

const place = { zone: 'Asia/Singapore', now: nine, urlOf: () => undefined, deskChannel: 'CDESK' };
const reply = {
  id: 'r1',
  by: 'UOWNER',
  at: new Date(0),
  sendAt: new Date(0),
  text: 'No split has been published.',
  attribution: 'on-the-record' as const,
  delivery: { kind: 'waiting' as const },
};
const card = { channel: 'CDESK', ts: '5.5' };
const enquiry = anEnquiry({ card, replies: [reply] });
const enquiryId = enquiry.id;
const thread = { channel: 'CSHARED', threadTs: '1.1' };
const toAsker = { kind: 'send', target: thread, instead: enquiry.asker.userId };
const toCard = { kind: 'send', target: { channel: 'CDESK', threadTs: '5.5' } };

describe('each notice goes where it belongs', () => {
  test.each<[EnquiryNotice, Record<string, unknown>, string]>([
    // To the asker, in the thread of the question, else to them alone.
    [{ kind: 'receipt', enquiryId, ...thread }, toAsker, 'ME-26-0001'],
    [{ kind: 'reply', enquiryId, replyId: 'r1', ...thread }, toAsker, 'No split'],
    [
      { kind: 'terms', enquiryId, attribution: 'background', proposedAt: '', ...thread },
      toAsker,
      'not to be named',
    ],
    [
      { kind: 'asker-told', enquiryId, event: 'withdrawn', version: 2, ...thread },
      toAsker,
      'withdrawn, as you asked',
    ],
    [
      { kind: 'asker-told', enquiryId, event: 'reopened', version: 2, ...thread },
      toAsker,
      'open again',
    ],
    [
      { kind: 'asker-told', enquiryId, event: 'deadline', version: 2, ...thread },
      toAsker,
      '12 noon Singapore',
    ],
    // To the desk: one card, changed in place, and its private thread.
    [
      { kind: 'card', enquiryId },
      { kind: 'update', place: card, target: { channel: 'CDESK' } },
      'Question: How much',
    ],
    [
      {
        kind: 'asker-wrote',
        enquiryId,
        messageTs: '2.2',
        change: 'edited',
        changeTs: '3.3',
        text: 'a rough share',
        userId: 'UJ',
        files: ['brief.pdf'],
      },
      toCard,
      'a rough share',
    ],
    [
      {
        kind: 'card-note',
        enquiryId,
        event: 'reply sent',
        version: 2,
        by: 'UOWNER',
        text: 'No split',
      },
      toCard,
      'Reply sent',
    ],
    [
      { kind: 'reminder', enquiryId, step: 'half', userId: null, deadline: '' },
      toCard,
      'Half of the time',
    ],
    // To one person.
    [
      { kind: 'contact-card', enquiryId, userId: 'UCONTACT' },
      { kind: 'send', target: { channel: 'UCONTACT' } },
      'Question: How much',
    ],
    [
      { kind: 'reminder', enquiryId, step: 'overdue', userId: 'UOWNER', deadline: '' },
      { kind: 'send', target: { channel: 'UOWNER' } },
      'deadline has passed',
    ],
    [
      { kind: 'personal', enquiryId, userId: 'UHEAD', event: 'offered', by: 'UOWNER', version: 2 },
      { kind: 'send', target: { channel: 'UHEAD' } },
      'offers you',
    ],
  ])('%j', (notice, where, says) => {
    const rendering = renderNotice(notice, enquiry, place);
    expect(rendering).toMatchObject(where);
    expect('message' in rendering && rendering.message.text).toContain(says);
  });

  test('a card is posted first and changed afterwards, in the desk and with each contact', () => {
    expect(renderNotice({ kind: 'card', enquiryId }, anEnquiry(), place)).toMatchObject({
      kind: 'send',
    });
    const copies = [{ userId: 'UCONTACT', channel: 'D1', ts: '7.7' }];
    const notice = { kind: 'contact-card', enquiryId, userId: 'UCONTACT' } as const;
    expect(renderNotice(notice, anEnquiry({ copies }), place)).toMatchObject({
      kind: 'update',
      place: { channel: 'D1', ts: '7.7' },
    });
  });
});

describe('a notice that has nowhere to go', () => {
  const note: EnquiryNotice = {
    kind: 'card-note',
    enquiryId,
    event: 'claimed',
    version: 2,
    by: 'U',
    text: '',
  };

  test('waits for the card whose thread it belongs in', () => {
    expect(renderNotice(note, anEnquiry(), place)).toMatchObject({ kind: 'wait' });
  });

  test('does not wait for a card that will never come', () => {
    const troubles = [{ what: `card:${enquiryId}`, reason: 'channel_not_found', at: new Date(0) }];
    expect(renderNotice(note, anEnquiry({ troubles }), place)).toMatchObject({ kind: 'refuse' });
  });

  test('is refused where desk.yml names no desk, so that the fault is seen', () => {
    expect(
      renderNotice({ kind: 'card', enquiryId }, anEnquiry(), { ...place, deskChannel: undefined }),
    ).toEqual({ kind: 'refuse', reason: 'no_desk_channel' });
  });

  test('is dropped where the reply was undone', () => {
    expect(
      renderNotice({ kind: 'reply', enquiryId, replyId: 'r9', ...thread }, enquiry, place),
    ).toMatchObject({ kind: 'drop' });
  });
});

test('the mark of a notice tells nothing, and no two notices share one', () => {
  const one: Notice = { kind: 'card', enquiryId };
  const other: Notice = { kind: 'receipt', enquiryId, ...thread };
  expect(markOf(one)).toMatch(/^[0-9a-f]{24}$/);
  expect(markOf(one)).not.toBe(markOf(other));
  expect(markOf(one)).not.toContain(noticeKey(one));
});
