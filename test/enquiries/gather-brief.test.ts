import { expect, test } from 'vitest';
import type { Enquiry, Reply } from '../../src/enquiries/enquiry.ts';
import { gatherBrief } from '../../src/enquiries/gather-brief.ts';
import { buildIndex } from '../../src/search/release-index.ts';
import { aRelease } from '../builders.ts';
import { anEnquiry, nine } from './an-enquiry.ts';

const index = await buildIndex(
  [
    aRelease({
      title: 'Night ferry to Pulau Ubin',
      date: '2026-02-01',
      passages: [
        'The night ferry to Pulau Ubin costs S$4 and runs every hour.',
        'The ferry is paid for by the National Parks Board.',
      ],
    }),
    aRelease({ title: 'Bus 910', passages: ['Bus 910 runs to Woodlands every ten minutes.'] }),
  ],
  { pause: async () => {}, now: nine },
);

const briefOf = (question: string, others: readonly Enquiry[] = []) =>
  gatherBrief(anEnquiry({ id: 'this', question, outlet: 'The Daily' }), {
    index,
    now: nine,
    zone: 'Asia/Singapore',
    sectors: [],
    others,
  });

const aReply = (changes: Partial<Reply> = {}): Reply => ({
  id: 'r1',
  by: 'UCONTACT',
  at: nine,
  sendAt: nine,
  text: 'The ferry keeps its price until March.',
  attribution: 'on-the-record',
  delivery: { kind: 'sent', channel: 'C', ts: '1.1', at: nine },
  ...changes,
});

const anEarlierOne = (outlet: string, reply?: Partial<Reply>) =>
  anEnquiry({
    id: `${outlet}-earlier`,
    reference: 'ME-26-0001',
    question: 'Does the night ferry to Pulau Ubin get dearer?',
    outlet,
    replies: reply === undefined ? [] : [aReply(reply)],
  });

test('released sentences on every question of the enquiry', () => {
  const { quotes, isAnswered } = briefOf(
    'How much does the night ferry to Pulau Ubin cost? How often does bus 910 run?',
  );
  expect(isAnswered).toBe(true);
  expect(quotes.map(({ text }) => text).join(' ')).toMatch(/S\$4.*ten minutes/s);
});

test('what the same outlet asked before, and not what others did', () => {
  const others = [anEarlierOne('the daily '), anEarlierOne('Harbour Times')];
  const { sameOutlet } = briefOf('How much does the ferry cost?', others);
  expect(sameOutlet).toHaveLength(1);
  expect(sameOutlet[0]?.question).toContain('dearer');
});

test('a reply on the record on the subject, without whose question it answered', () => {
  const brief = briefOf('What does the night ferry to Pulau Ubin cost?', [
    anEarlierOne('Harbour Times', {}),
  ]);
  expect(brief.replies.map(({ text }) => text)).toEqual(['The ferry keeps its price until March.']);
  expect(JSON.stringify([brief.replies, brief.sameOutlet])).not.toMatch(/Harbour|dearer/);
});

test.each<[string, Partial<Reply>]>([
  ['on background', { attribution: 'background' }],
  ['not for quotation', { attribution: 'not-for-quotation' }],
  ['a holding line', { holding: true }],
  ['still on its way', { delivery: { kind: 'waiting' } }],
  ['never delivered', { delivery: { kind: 'failed', reason: 'is_archived', at: nine } }],
  ['on something else', { text: 'No.' }],
])('no earlier reply that was %s', (why, reply) => {
  const question =
    why === 'on something else'
      ? 'How many people work in Woodlands?'
      : 'What does the night ferry to Pulau Ubin cost?';
  expect(briefOf(question, [anEarlierOne('Harbour Times', reply)]).replies).toEqual([]);
});
