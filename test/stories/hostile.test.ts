import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { escapeMrkdwn } from '../../src/slack/block-kit.ts';
import { mrkdwnIn } from '../slack/seen.ts';
import { aPressOffice, CHANNEL, PEOPLE, type PressOffice } from './a-desk.ts';

const BOT = '<@U0MED1ADSK>';

type Attack = { readonly name: string; readonly text: string; readonly notRaw: readonly string[] };

/** Attacks of our own, so that the entrances are tried wherever the tests run. */
const own: readonly Attack[] = [
  { name: 'mentions', text: '<!channel> <@U0ME1TAN01> <!here>', notRaw: ['<!channel>', '<!here>'] },
  {
    name: 'a false link',
    text: '<https://evil.example|gov.sg>',
    notRaw: ['<https://evil.example|'],
  },
  { name: 'a forged status', text: 'x\n*Status*\nResolved ```', notRaw: [] },
  { name: 'text that is turned round', text: '\u202egs.vog\u202c \ud800', notRaw: [] },
  { name: 'thirty thousand characters', text: 'how '.repeat(7500), notRaw: [] },
  { name: 'other words for everything', text: '__proto__', notRaw: [] },
  { name: 'nothing but blanks', text: ' \t\n\u3000', notRaw: [] },
];

const file = '../shared/data/attacks.jsonl';
const given: readonly Attack[] = existsSync(file)
  ? readFileSync(file, 'utf8').trim().split('\n').map(attackOf)
  : [];

type Text = string | { before?: string; repeat: string; times: number; after?: string };

function attackOf(line: string): Attack {
  const { id, kind, text, not_raw } = JSON.parse(line) as {
    id: string;
    kind: string;
    text: Text;
    not_raw?: string[];
  };
  return { name: `${id} ${kind}`, text: wholeText(text), notRaw: not_raw ?? [] };
}

function wholeText(text: Text): string {
  if (typeof text === 'string') return text;
  return `${text.before ?? ''}${text.repeat.repeat(text.times)}${text.after ?? ''}`;
}

/** What nobody catches anywhere. */
function watchRejections(): unknown[] {
  const missed: unknown[] = [];
  const note = (reason: unknown) => void missed.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  return missed;
}

/** As Slack's own client sends what a person types: escaped, forty thousand characters at most. */
const typed = (text: string) => escapeMrkdwn(text).slice(0, 39_000);
const inField = (text: string) => text.slice(0, 3000);

/** Everything that the app has sent to Slack. */
const sentIn = (slack: LocalSlack) =>
  slack.traffic.filter(({ direction }) => direction === 'from-app').map(({ payload }) => payload);

/** Through every entrance that is open to words; where it was answered, through the form under the answer too. */
async function everyEntrance({ slack, settle }: PressOffice, attacks: readonly Attack[]) {
  const nuria = slack.as(PEOPLE.nuria);
  const asked: { ts: string; text: string }[] = [];
  for (const { text } of attacks) {
    const { ts } = await nuria.say(CHANNEL.shared, `${BOT} ${typed(text)}`);
    asked.push({ ts, text });
    await nuria.tell(typed(text) || '.');
    await slack.as(PEOPLE.mei).command('/release', inField(text), CHANNEL.newsroom);
  }
  await settle();
  for (const { ts, text } of asked) {
    const answer = slack.thread(CHANNEL.shared, ts).at(1);
    if (answer === undefined || !JSON.stringify(answer).includes('enquiry.ask')) continue;
    await nuria.press(answer, 'enquiry.ask');
    const modal = await nuria.opened();
    const words = inField(text);
    const shown = await nuria.submit(modal, {
      question: words,
      outlet: words,
      reach: words,
      deadline: '',
    });
    if (shown.kind !== 'done') await nuria.close(modal);
  }
  await settle();
}

/** The enquiry that was opened is answered with the attack as well. */
async function attackReply({ slack, settle, wait, store }: PressOffice, { text }: Attack) {
  const [enquiry] = await store.list({ live: true });
  const card = slack
    .messages(CHANNEL.desk)
    .findLast(({ text: said }) => said.startsWith('Enquiry'));
  if (enquiry === undefined || card === undefined) return;
  const mei = slack.as(PEOPLE.mei);
  await mei.press(card, 'enquiry.move.claim');
  await settle();
  await mei.press(
    slack.messages(CHANNEL.desk).find(({ ts }) => ts === card.ts) ?? card,
    'enquiry.move.reply',
  );
  const modal = await mei.opened();
  const shown = await mei.submit(modal, { reply: inField(text) });
  // What is refused is put right or given up; what is taken is shown first, and sent from there.
  if (shown.kind === 'done' && mei.modal() !== undefined) await mei.submit(await mei.opened());
  for (let open = mei.modal(); open !== undefined; open = mei.modal()) await mei.close(open);
  await wait(0.5);
  await slack.as(PEOPLE.nuria).say(enquiry.origin.channel, typed(text) || '.', {
    threadTs: enquiry.origin.threadTs,
  });
  await settle();
}

function expectUnharmed({ slack, troubles }: PressOffice, { notRaw }: Attack): void {
  expect(slack.faults.map(({ method, problems }) => ({ method, problems }))).toEqual([]);
  expect(troubles.filter((trouble) => !trouble.startsWith('person.'))).toEqual([]);
  const sent = sentIn(slack);
  const read = [
    ...sent.flatMap(mrkdwnIn),
    ...sent.map((payload) => String((payload as { text?: unknown }).text ?? '')),
  ].join('\n');
  for (const raw of notRaw) expect(read).not.toContain(raw);
  expect(read).not.toMatch(/<!(?:channel|here|everyone|subteam)/);
}

async function expectAnswering({ slack, settle }: PressOffice): Promise<void> {
  const asked = await slack
    .as(PEOPLE.owen)
    .say('#press-harbour-times', `${BOT} how much has Singapore invested in AI?`);
  await settle();
  expect(slack.thread('#press-harbour-times', asked.ts).at(1)?.text).toContain('S$500 million');
}

describe('through a mention, a direct message, a command, the form and the reply', () => {
  test.each(own)('$name does no harm, and the bot goes on', async (attack) => {
    const missed = watchRejections();
    const office = await aPressOffice();
    await everyEntrance(office, [attack]);
    await attackReply(office, attack);
    expectUnharmed(office, attack);
    await expectAnswering(office);
    expect(missed).toEqual([]);
  });
});

describe.skipIf(given.length === 0)(
  'the collected attacks (skipped where ../shared/data is not there)',
  () => {
    test('do no harm, all in one office, and the bot goes on', async () => {
      const missed = watchRejections();
      const office = await aPressOffice();
      await everyEntrance(office, given);
      for (const attack of given) expectUnharmed(office, attack);
      await expectAnswering(office);
      expect(missed).toEqual([]);
    }, 60_000);

    test('do no harm as replies either', async () => {
      const office = await aPressOffice();
      for (const attack of given.filter(({ notRaw }) => notRaw.length > 0).slice(0, 4)) {
        const { slack, settle, store } = office;
        const nuria = slack.as(PEOPLE.nuria);
        const asked = await nuria.say(CHANNEL.shared, `${BOT} what about healthcare budgets?`);
        await settle();
        const answer = slack.thread(CHANNEL.shared, asked.ts).at(1);
        if (answer === undefined) throw new Error('no answer');
        await nuria.press(answer, 'enquiry.ask');
        await nuria.submit(await nuria.opened(), { deadline: '' });
        await settle();
        await attackReply(office, attack);
        expectUnharmed(office, attack);
        for (const open of await store.list({ live: true })) {
          const card = slack.messages(CHANNEL.desk).find(({ ts }) => ts === open.card?.ts);
          if (card !== undefined) await slack.as(PEOPLE.mei).press(card, 'enquiry.move.resolve');
        }
        await settle();
      }
    }, 60_000);
  },
);
