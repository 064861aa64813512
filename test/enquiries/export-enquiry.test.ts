import { describe, expect, test } from 'vitest';
import { claimEnquiry } from '../../src/enquiries/claim-enquiry.ts';
import { draftReply } from '../../src/enquiries/draft-reply.ts';
import { cell, enquiriesCsv } from '../../src/enquiries/enquiries-csv.ts';
import type { EnquiryRecord } from '../../src/enquiries/enquiry-store.ts';
import { exportEnquiry } from '../../src/enquiries/export-enquiry.ts';
import { exportMarkdown } from '../../src/enquiries/export-markdown.ts';
import { handOver } from '../../src/enquiries/hand-over.ts';
import { relayMessage } from '../../src/enquiries/relay-message.ts';
import { replyToEnquiry } from '../../src/enquiries/reply-to-enquiry.ts';
import { undoReply } from '../../src/enquiries/undo-reply.ts';
import { aDesk } from './a-desk.ts';
import { minutesAfter, nine, people } from './an-enquiry.ts';

/** Asked, claimed, replied to after a minute, asked again, offered to the head. */
async function aStory() {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open({ outlet: '=HYPERLINK("x"), Daily' });
  const { deps } = desk;
  const actor = people.contact;
  await claimEnquiry(deps, { enquiryId, actor });
  await replyToEnquiry(deps, { enquiryId, actor, text: 'S$20 million.\n# Not a heading' });
  desk.moveClock(minutesAfter(nine, 1));
  await desk.deliver();
  const message = { userId: 'UJOURNALIST', messageTs: '5.5', change: 'new', changeTs: '' } as const;
  await relayMessage(deps, {
    enquiryId,
    message: { ...message, text: 'Ada Tan here: ring +65 9123 4567 or Mary Lim', files: [] },
  });
  await handOver(deps, { enquiryId, actor, to: 'UHEAD' });
  const record = (await desk.store.record(enquiryId)) as EnquiryRecord;
  return { record, enquiry: await desk.read(enquiryId) };
}

describe('exportEnquiry()', () => {
  test('gives the whole enquiry and every step, and says that the record is sound', async () => {
    const { record, enquiry } = await aStory();
    const exported = exportEnquiry(record, 'full');
    expect(exported).toMatchObject({ reference: 'ME-26-0001', chain: 'sound', enquiry });
    expect(exported.timeline).toEqual(record.events);
  });

  test('says where a record was tampered with', async () => {
    const { record } = await aStory();
    const events = record.events.filter(({ seq }) => seq !== 2);
    expect(exportEnquiry({ ...record, events }, 'full').chain).toBe('broken: event 2 is missing');
  });

  test('redacted, names nobody and no way to reach anybody, and keeps what was said', async () => {
    const { record } = await aStory();
    const exported = exportEnquiry(record, 'redacted');
    const text = JSON.stringify(exported) + exportMarkdown(exported, 'Asia/Singapore');
    for (const word of [
      'UJOURNALIST',
      'TDAILY',
      'UCONTACT',
      'UHEAD',
      'Ada Tan',
      'Mary Lim',
      'John Koh',
      '9123 4567',
      '6123 4567',
      '+6561234567',
      'mary@example.gov.sg',
    ])
      expect(text).not.toContain(word);
    expect(text).toContain('S$20 million.');
    expect(exported.chain).toBe('sound');
    expect(exported.enquiry.status).toBe('answered');
  });
});

test('exportMarkdown() reads as a file: question, replies, and each step with its time in the zone', async () => {
  const { record } = await aStory();
  const text = exportMarkdown(exportEnquiry(record, 'full'), 'Asia/Singapore');
  expect(text).toMatch(/^# ME-26-0001\n/);
  expect(text).toContain('- State: answered');
  expect(text).toContain(
    'Deadline: 2 Mar 2026, 12:00:00 (Asia/Singapore) = 2 Mar 2026, 05:00:00 (Europe/Madrid) (“noon”)',
  );
  expect(text).toContain('> S$20 million.\n> \\# Not a heading');
  expect(text).toMatch(/\n2\. 2 Mar 2026, 09:00:00 \(Asia\/Singapore\): claimed \(Mary Lim\)\n/);
});

test('exportMarkdown() names each source in the version that stood when the question was asked', async () => {
  const { record } = await aStory();
  const version = (name: string, minutes: number) => ({
    releaseId: 'ai-strategy',
    version: name,
    file: '2019-11-19-ai.md',
    title: 'AI strategy',
    status: 'published' as const,
    sentences: [],
    seenAt: minutesAfter(nine, minutes),
  });
  const versions = [version('later', 5), version('current', -5), version('older', -50)];
  const text = exportMarkdown(exportEnquiry(record, 'full', versions), 'Asia/Singapore');
  expect(text).toContain('- AI strategy (2019-11-19-ai.md, version current)');
});

test('a redacted export keeps back what was written and not sent', async () => {
  const desk = await aDesk();
  const { id: enquiryId } = await desk.open();
  await claimEnquiry(desk.deps, { enquiryId, actor: people.officer });
  await draftReply(desk.deps, { enquiryId, actor: people.officer, text: 'Between us: no idea.' });
  const actor = people.officer;
  const taken = await replyToEnquiry(desk.deps, { enquiryId, actor, text: 'Taken back.' });
  if (taken.kind !== 'waiting') throw new Error(taken.kind);
  await undoReply(desk.deps, { enquiryId, actor, replyId: taken.reply.id });
  await replyToEnquiry(desk.deps, { enquiryId, actor, text: 'Still waiting.' });
  const record = (await desk.store.record(enquiryId)) as EnquiryRecord;
  const [full, redacted] = (['full', 'redacted'] as const).map((profile) =>
    JSON.stringify(exportEnquiry(record, profile)),
  );
  for (const words of ['Between us', 'Taken back', 'Still waiting']) {
    expect(full).toContain(words);
    expect(redacted).not.toContain(words);
  }
});

test('enquiriesCsv() has a row for each enquiry, and no cell that a spreadsheet would run', async () => {
  const { enquiry } = await aStory();
  const [head, row, ...rest] = enquiriesCsv([enquiry]).split('\r\n');
  expect(head).toBe(
    'reference,status,asked,outlet,asker,question,deadline,sectors,routed to,owner,first reply,deadline met',
  );
  expect(row).toContain(`ME-26-0001,answered,${nine.toISOString()},"'=HYPERLINK(""x""), Daily",`);
  expect(row).toMatch(/,yes$/);
  expect(rest).toEqual(['']);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+65 9123', "'+65 9123"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1', "'  =1"],
  ['\t=1', "'\t=1"],
  ['＝1', "'＝1"],
  ['a=1', 'a=1'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
])('cell(%j) is %j', (text, safe) => {
  expect(cell(text)).toBe(safe);
});
