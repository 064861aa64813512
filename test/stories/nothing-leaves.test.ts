import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredMessage } from '../../src/practice/slack-state.ts';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const BOT = '<@U0MED1ADSK>';

/** How many events; THREAD_EVENTS=10000 for the long run. */
const EVENTS = Number(process.env.THREAD_EVENTS ?? 200);

const insiders = [PEOPLE.mei, PEOPLE.arjun, PEOPLE.siti, PEOPLE.goh, PEOPLE.terry];

/** Ways in which something written inside has slipped out of other desks. */
const leads = [
  '',
  'Note: ',
  'note: ',
  'N: ',
  'Reply: ',
  '/reply ',
  'Send this: ',
  `${BOT} tell them `,
  `${BOT} `,
  `<@${PEOPLE.nuria}> `,
  'ME-26-0001 ',
  '> ',
];

const inside = fc.record({
  kind: fc.constantFrom('say', 'say', 'say', 'edit', 'delete', 'tell', 'file', 'channel'),
  who: fc.constantFrom(...insiders),
  lead: fc.constantFrom(...leads),
  text: fc.string({ unit: 'grapheme', maxLength: 30 }),
  which: fc.nat(),
});
const draft = fc.record({
  kind: fc.constantFrom('draft', 'draft-and-back', 'robot'),
  text: fc.string({ unit: 'grapheme', maxLength: 30 }),
  which: fc.nat(),
});
const outside = fc.record({
  kind: fc.constantFrom('asker-says', 'asker-edits', 'asker-deletes'),
  text: fc.string({ unit: 'grapheme', maxLength: 30 }),
  which: fc.nat(),
});
const anEvent = fc.oneof(
  { weight: 8, arbitrary: inside },
  { weight: 2, arbitrary: draft },
  { weight: 2, arbitrary: outside },
);

test(
  `of ${EVENTS} random events inside, nothing leaves without Send`,
  async () => {
    const { slack, settle, wait, store } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    const goh = slack.as(PEOPLE.goh);
    const asked = await nuria.say(CHANNEL.shared, `${BOT} How much of the money is for health?`);
    await settle();
    const [, answer] = slack.thread(CHANNEL.shared, asked.ts);
    if (answer === undefined) throw new Error('no answer');
    await nuria.press(answer, 'enquiry.ask');
    await nuria.submit(await nuria.opened(), { deadline: '' });
    await settle();
    const card = () => {
      const found = slack.messages(CHANNEL.desk).find(({ text }) => text.startsWith('Enquiry ME-'));
      if (found === undefined) throw new Error('no card');
      return found;
    };
    await goh.press(card(), 'enquiry.move.claim');
    await settle();

    const bySaid = (messages: readonly StoredMessage[]) =>
      messages.filter(({ user }) => user === 'U0MED1ADSK').length;
    const outward = () => [
      ...slack.messages(CHANNEL.shared),
      ...slack.thread(CHANNEL.shared, asked.ts),
      ...slack.messages('#press-harbour-times'),
      ...slack.directMessages(PEOPLE.nuria),
      ...slack.directMessages(PEOPLE.owen),
      ...slack.ephemerals(PEOPLE.nuria),
      ...slack.ephemerals(PEOPLE.owen),
    ];
    const before = bySaid(outward());

    const seed = Number(process.env.THREAD_SEED ?? Math.floor(Math.random() * 1e9));
    const written: { who: string; channel: string; ts: string }[] = [];
    const asker: string[] = [];
    const pick = <T>(from: readonly T[], which: number): T | undefined =>
      from[which % Math.max(1, from.length)];
    const events = fc.sample(anEvent, { numRuns: EVENTS, seed });
    for (const [number, event] of events.entries()) {
      const secret = `qzx${number}k`;
      const words = `${'lead' in event ? event.lead : ''}${secret} ${event.text}`;
      switch (event.kind) {
        case 'say':
        case 'file':
        case 'channel': {
          if (!('who' in event)) break;
          const said = await slack.as(event.who).say(CHANNEL.desk, words, {
            ...(event.kind === 'channel' ? {} : { threadTs: card().ts }),
            ...(event.kind === 'file' ? { files: [{ name: `${secret}.txt`, text: words }] } : {}),
          });
          written.push({ who: event.who, channel: CHANNEL.desk, ts: said.ts });
          break;
        }
        case 'tell':
          if ('who' in event) await slack.as(event.who).tell(words);
          break;
        case 'edit':
        case 'delete': {
          const one = pick(written, event.which);
          if (one === undefined) break;
          if (event.kind === 'edit') await slack.as(one.who).edit(one.channel, one.ts, words);
          else {
            await slack.as(one.who).delete(one.channel, one.ts);
            written.splice(written.indexOf(one), 1);
          }
          break;
        }
        case 'draft':
        case 'draft-and-back': {
          await goh.press(card(), 'enquiry.move.reply');
          await goh.submit(await goh.opened(), { reply: words });
          if (event.kind === 'draft-and-back') await goh.close(await goh.opened());
          for (let open = goh.modal(); open !== undefined; open = goh.modal())
            await goh.close(open);
          break;
        }
        case 'robot':
          await slack.deliver({
            type: 'events_api',
            name: 'message',
            payload: {
              type: 'event_callback',
              event_id: `Ev${secret}`,
              team_id: 'T0PRESS0FF',
              api_app_id: 'A0MED1ADSK',
              event: {
                type: 'message',
                subtype: 'bot_message',
                bot_id: 'B0THER',
                user: PEOPLE.mei,
                channel: 'C0PRESSDSK',
                channel_type: 'group',
                text: words,
                ts: `17${String(number).padStart(8, '0')}.000100`,
                thread_ts: card().ts,
              },
            },
          });
          break;
        case 'asker-says': {
          const said = await nuria.say(CHANNEL.shared, `ok ${event.text} .`, {
            threadTs: asked.ts,
          });
          asker.push(said.ts);
          break;
        }
        case 'asker-edits':
        case 'asker-deletes': {
          const ts = pick(asker, event.which);
          if (ts === undefined) break;
          if (event.kind === 'asker-edits')
            await nuria.edit(CHANNEL.shared, ts, `well ${event.text} .`);
          else {
            await nuria.delete(CHANNEL.shared, ts);
            asker.splice(asker.indexOf(ts), 1);
          }
          break;
        }
      }
      if (number % 50 === 49) await settle();
    }
    await wait(5);
    await settle();

    const told = outward();
    expect(JSON.stringify(told), `seed ${seed}`).not.toMatch(/qzx\d+k/);
    expect(bySaid(told), `seed ${seed}`).toBe(before);
    expect((await store.list({}))[0]?.replies).toEqual([]);
    expect(slack.faults).toEqual([]);
  },
  60_000 + EVENTS * 200,
);
