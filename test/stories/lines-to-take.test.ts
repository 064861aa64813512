import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const BOT = '<@U0MED1ADSK>';
const WORDS = 'No split by sector has been published so far.';
const HOLDING = 'We have your question and are preparing an answer.';

const aFile = (front: string, body: string) => `---\n${front}\n---\n\n${body}\n`;
const SIGNED = 'signedBy: Siti Rahman\nsignedAt: 2026-11-25 09:00\n';
const split = (signature: string, expires = '2026-12-31') =>
  aFile(
    `title: Split by sector\nowner: Siti Rahman\nwords: [healthcare]\n${signature}expires: ${expires}`,
    WORDS,
  );
const holding = aFile(
  `title: Holding line\nowner: Siti Rahman\n${SIGNED}expires: 2026-12-31\nholding: true`,
  HOLDING,
);

/** An enquiry that Goh Yu Chong has claimed, due at nine in the evening, and lines to take in a folder. */
async function aClaimedEnquiry(files: Readonly<Record<string, string>>) {
  const lines = await mkdtemp(join(tmpdir(), 'media-desk-lines-'));
  onTestFinished(() => rm(lines, { recursive: true, force: true }));
  const put = (name: string, text: string) => writeFile(join(lines, name), text);
  for (const [name, text] of Object.entries(files)) await put(name, text);

  const office = await aPressOffice({ lines });
  const { slack, settle } = office;
  const nuria = slack.as(PEOPLE.nuria);
  const asked = await nuria.say(CHANNEL.shared, `${BOT} How much of the money goes to healthcare?`);
  await settle();
  const [, answer] = slack.thread(CHANNEL.shared, asked.ts);
  if (answer === undefined) throw new Error('no answer');
  await nuria.press(answer, 'enquiry.ask');
  await nuria.submit(await nuria.opened(), { deadline: '14:00 Madrid time today' });
  await settle();
  const card = () => {
    const found = slack.messages(CHANNEL.desk).find(({ text }) => text.startsWith('Enquiry ME-'));
    if (found === undefined) throw new Error('no card');
    return found;
  };
  const goh = slack.as(PEOPLE.goh);
  await goh.press(card(), 'enquiry.move.claim');
  await settle();
  const outside = () => JSON.stringify(slack.thread(CHANNEL.shared, asked.ts));
  return { ...office, put, card, goh, outside };
}

describe('lines to take', () => {
  test('a signed one is offered where it fits, previewed and sent word for word', async () => {
    const { slack, card, goh, wait, outside, store } = await aClaimedEnquiry({
      'split.md': split(SIGNED),
      'ferry.md': aFile(
        `title: Ferry\nowner: S\nwords: [ferry]\n${SIGNED}expires: 2026-12-31`,
        'No.',
      ),
    });
    await goh.press(card(), 'enquiry.move.reply');
    const modal = await goh.opened();
    expect(JSON.stringify(modal.view)).toContain('Split by sector');
    expect(JSON.stringify(modal.view)).not.toContain('Ferry');
    await goh.submit(modal, { line: 'split' });
    expect(JSON.stringify((await goh.opened()).view)).toContain(WORDS);
    await goh.submit(await goh.opened());
    await wait(1);
    expect(outside()).toContain(WORDS);
    expect((await store.list({}))[0]?.replies[0]?.line).toBe('split');
    expect(slack.faults).toEqual([]);
  });

  test('an unsigned one is not offered and cannot be pasted; once signed it goes out', async () => {
    const { card, goh, wait, outside, put } = await aClaimedEnquiry({ 'split.md': split('') });
    await goh.press(card(), 'enquiry.move.reply');
    const modal = await goh.opened();
    expect(JSON.stringify(modal.view)).toContain('is not signed off');
    expect(JSON.stringify(modal.view)).not.toContain('"line"');
    expect(await goh.submit(modal, { reply: `${WORDS} Regards` })).toMatchObject({
      kind: 'errors',
      errors: { reply: expect.stringContaining('Ask Siti Rahman') },
    });
    await put('split.md', split(SIGNED));
    await goh.submit(modal, { reply: `${WORDS} Regards` });
    await goh.submit(await goh.opened());
    await wait(1);
    expect(outside()).toContain(WORDS);
  });

  test('one that expires between the preview and Send does not leave, to the second', async () => {
    const { card, goh, wait, outside } = await aClaimedEnquiry({
      'split.md': split(SIGNED, '2026-11-25 15:00:00'),
    });
    await goh.press(card(), 'enquiry.move.reply');
    await goh.submit(await goh.opened(), { line: 'split' });
    await wait(60);
    await goh.submit(await goh.opened());
    expect(JSON.stringify(goh.modal()?.view)).toContain('has expired');
    await wait(5);
    expect(outside()).not.toContain(WORDS);
  });

  test('one whose words changed after the preview does not leave', async () => {
    const { card, goh, wait, outside, put } = await aClaimedEnquiry({ 'split.md': split(SIGNED) });
    await goh.press(card(), 'enquiry.move.reply');
    await goh.submit(await goh.opened(), { line: 'split' });
    await put('split.md', split(SIGNED).replace('No split', 'A split'));
    await goh.submit(await goh.opened());
    await wait(5);
    expect(outside()).not.toContain('split by sector');
  });
});

describe('a holding line', () => {
  test('is offered once when half of the time is gone, and sent it leaves the enquiry open', async () => {
    const { slack, card, goh, wait, outside, store } = await aClaimedEnquiry({
      'hold.md': holding,
    });
    const offers = () =>
      slack.directMessages(PEOPLE.goh).filter(({ text }) => text.includes('“Holding line”'));
    await wait(200);
    expect(offers()).toHaveLength(0);
    await wait(10);
    const [offer, ...more] = offers();
    expect(more).toEqual([]);
    if (offer === undefined) throw new Error('no offer');
    expect(outside()).not.toContain(HOLDING);

    await goh.press(offer, 'enquiry.holding');
    const preview = await goh.opened();
    expect(JSON.stringify(preview.view)).toContain(HOLDING);
    await wait(1);
    expect(outside()).not.toContain(HOLDING);
    await goh.submit(await goh.opened());
    await wait(1);
    expect(outside()).toContain(HOLDING);
    expect(card().text).toContain('a holding line was sent');
    expect((await store.list({}))[0]?.status).toBe('claimed');

    // The reminders go on, and the offer does not come again.
    await wait(190);
    expect(offers()).toHaveLength(1);
    expect(slack.directMessages(PEOPLE.goh).at(-1)?.text).toMatch(
      /deadline is near|Three quarters/,
    );
    expect(slack.faults).toEqual([]);
  });

  test.each([
    ['unsigned', holding.replace(SIGNED, '')],
    ['expired', holding.replace('2026-12-31', '2026-11-24')],
  ])('that is %s is not offered', async (_, text) => {
    const { slack, wait } = await aClaimedEnquiry({ 'hold.md': text });
    await wait(215);
    const told = slack.directMessages(PEOPLE.goh).map((message) => message.text);
    expect(told.at(-1)).toContain('Half of the time');
    expect(told.join()).not.toContain('“Holding line”');
  });
});
