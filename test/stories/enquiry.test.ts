import { describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { aPressOffice, CHANNEL, PEOPLE, type PressOffice } from './a-desk.ts';

const BOT = '<@U0MED1ADSK>';
const QUESTION = 'How much of the money goes to healthcare?';

/** Núria asks in the shared channel and then asks the press office. */
async function anEnquiry({ slack, settle }: PressOffice, deadline = '14:00 Madrid time today') {
  const nuria = slack.as(PEOPLE.nuria);
  const asked = await nuria.say(CHANNEL.shared, `${BOT} ${QUESTION}`);
  await settle();
  const [, answer] = slack.thread(CHANNEL.shared, asked.ts);
  if (answer === undefined) throw new Error('no answer');
  await nuria.press(answer, 'enquiry.ask');
  const shown = await nuria.submit(await nuria.opened(), { deadline, reach: '+34 600 000 000' });
  await settle();
  return { asked, shown };
}

const cardIn = (slack: LocalSlack) => {
  const card = slack.messages(CHANNEL.desk).find(({ text }) => text.startsWith('Enquiry ME-'));
  if (card === undefined) throw new Error('no card');
  return card;
};

describe('a question goes from a journalist to the people at the foot of the release and back', () => {
  test('the asker gets a receipt, the desk a card, and each contact a message', async () => {
    const office = await aPressOffice();
    const { asked } = await anEnquiry(office);
    const { slack, store } = office;

    const receipt = slack.thread(CHANNEL.shared, asked.ts).at(-1);
    expect(receipt?.text).toContain('ME-26-0001');
    expect(receipt?.text).toContain('Madrid');
    expect(receipt?.text).toContain('9:00 pm Singapore');

    const card = cardIn(slack);
    expect(card.text).toContain(QUESTION);
    expect(card.text).toContain('La Bitácora');
    expect(card.text).toContain('Goh Yu Chong');
    for (const contact of [PEOPLE.goh, PEOPLE.terry])
      expect(slack.directMessages(contact).at(-1)?.text).toContain('ME-26-0001');

    expect(await store.list({ live: true })).toHaveLength(1);
    expect(slack.faults).toEqual([]);
  });

  test('one of two who claim has it, the other is told who, and the card says so', async () => {
    const office = await aPressOffice();
    await anEnquiry(office);
    const { slack, settle } = office;
    await Promise.all([
      slack.as(PEOPLE.goh).press(cardIn(slack), 'enquiry.move.claim'),
      slack.as(PEOPLE.terry).press(cardIn(slack), 'enquiry.move.claim'),
    ]);
    await settle();
    const told = [PEOPLE.goh, PEOPLE.terry].map((who) => slack.ephemerals(who).at(-1)?.text ?? '');
    expect(told.filter((text) => text.includes('is yours'))).toHaveLength(1);
    expect(told.filter((text) => text.includes('has this one already'))).toHaveLength(1);
    expect(cardIn(slack).text).toContain('Claimed');
  });

  test('a reply goes out ten seconds after Send, in exactly its words, and not before', async () => {
    const office = await aPressOffice();
    const { asked } = await anEnquiry(office);
    const { slack, settle, wait } = office;
    const goh = slack.as(PEOPLE.goh);
    await goh.press(cardIn(slack), 'enquiry.move.claim');
    await settle();
    await goh.press(cardIn(slack), 'enquiry.move.reply');
    const modal = await goh.opened();
    expect(JSON.stringify(modal.view)).toContain('people of other organisations');
    await goh.submit(modal, {
      reply: 'No split of the S$700 million has been published. *Really* <!channel>.',
    });
    await wait(1);
    expect(slack.thread(CHANNEL.shared, asked.ts).at(-1)?.text).not.toContain('No split');

    const preview = await goh.opened();
    const shown = JSON.stringify(preview.view);
    expect(shown).toContain('No split of the S$700 million has been published.');
    expect(shown).toContain('figure: ');
    expect(shown).toContain('people of other organisations');
    await goh.submit(preview);
    expect(goh.modal()).toBeUndefined();
    await settle();
    expect(slack.thread(CHANNEL.shared, asked.ts).at(-1)?.text).not.toContain('No split');

    await wait(0.2);
    const reply = slack.thread(CHANNEL.shared, asked.ts).at(-1);
    expect(reply?.text).toContain('No split of the S$700 million has been published.');
    expect(reply?.text).not.toContain('<!channel>');
    expect(cardIn(slack).text).toContain('Answered');

    await slack.as(PEOPLE.mei).press(cardIn(slack), 'enquiry.move.resolve');
    await settle();
    expect(cardIn(slack).text).toContain('Resolved');
    expect(slack.faults).toEqual([]);
  });

  test('Undo within ten seconds keeps every word inside', async () => {
    const office = await aPressOffice();
    const { asked } = await anEnquiry(office);
    const { slack, settle, wait } = office;
    const goh = slack.as(PEOPLE.goh);
    await goh.press(cardIn(slack), 'enquiry.move.claim');
    await settle();
    await goh.press(cardIn(slack), 'enquiry.move.reply');
    await goh.submit(await goh.opened(), { reply: 'Not for the public yet' });
    await goh.submit(await goh.opened());
    await settle();
    await goh.press(cardIn(slack), 'enquiry.undo');
    await wait(1);
    expect(JSON.stringify(slack.thread(CHANNEL.shared, asked.ts))).not.toContain(
      'Not for the public',
    );
    expect(cardIn(slack).text).toContain('Claimed');
  });

  test('whoever claims reads the brief, others of the desk too, and nobody outside ever', async () => {
    const office = await aPressOffice();
    const { slack, settle, wait } = office;
    // Another outlet asked before, and was answered on the record.
    const owen = slack.as(PEOPLE.owen);
    const first = await owen.say(
      '#press-harbour-times',
      `${BOT} how much of the AI money goes to healthcare in 2026?`,
    );
    await settle();
    const [, offer] = slack.thread('#press-harbour-times', first.ts);
    if (offer === undefined) throw new Error('no answer');
    await owen.press(offer, 'enquiry.ask');
    await owen.submit(await owen.opened(), { deadline: '' });
    await settle();
    const terry = slack.as(PEOPLE.terry);
    await terry.press(cardIn(slack), 'enquiry.move.claim');
    await settle();
    await terry.press(cardIn(slack), 'enquiry.move.reply');
    await terry.submit(await terry.opened(), { reply: 'Healthcare money is not split by year.' });
    await terry.submit(await terry.opened());
    await wait(1);

    const { asked } = await anEnquiry(office);
    const card = () => slack.messages(CHANNEL.desk).filter(({ text }) => /^Enquiry/.test(text))[1];
    const goh = slack.as(PEOPLE.goh);
    const copyOf = (who: string) => slack.directMessages(who).at(-1)?.text ?? '';
    expect(card()?.text).toContain('Replied earlier on this subject:');
    expect(copyOf(PEOPLE.goh)).not.toContain('Replied earlier');
    const second = card();
    if (second === undefined) throw new Error('no card');
    await goh.press(second, 'enquiry.move.claim');
    await settle();
    for (const told of [card()?.text ?? '', copyOf(PEOPLE.goh)]) {
      expect(told).toContain('may not answer this:');
      expect(told).toContain('Healthcare, Education, Safety and Security');
      expect(told).toContain('Healthcare money is not split by year.');
      expect(told).toMatch(/left at 2:1\d pm/);
      expect(told).not.toContain('Harbour');
    }
    expect(copyOf(PEOPLE.terry)).not.toContain('Replied earlier');
    const outside = JSON.stringify(slack.thread(CHANNEL.shared, asked.ts));
    expect(outside).not.toMatch(/not split by year|ME-26-0001|Harbour/);
    expect(slack.faults).toEqual([]);
  });

  test('the longest reply passes through the preview whole; a longer one is not cut but refused', async () => {
    const office = await aPressOffice();
    const { asked } = await anEnquiry(office);
    const { slack, settle, wait } = office;
    const goh = slack.as(PEOPLE.goh);
    await goh.press(cardIn(slack), 'enquiry.move.claim');
    await settle();
    await goh.press(cardIn(slack), 'enquiry.move.reply');
    const modal = await goh.opened();
    expect(await goh.submit(modal, { reply: '&<>'.repeat(1000) })).toMatchObject({
      kind: 'errors',
      errors: { reply: expect.stringContaining('too long') },
    });
    const long = `答${'é'.repeat(2990)}end`;
    await goh.submit(modal, { reply: long });
    await goh.submit(await goh.opened());
    await wait(0.2);
    const reply = slack.thread(CHANNEL.shared, asked.ts).at(-1);
    expect(reply?.text).toContain(long);
    expect(JSON.stringify(reply?.blocks)).toContain(long);
  });

  test('words that were previewed and changed go out only as they were shown last', async () => {
    const office = await aPressOffice();
    const { asked } = await anEnquiry(office);
    const { slack, settle, wait } = office;
    const goh = slack.as(PEOPLE.goh);
    await goh.press(cardIn(slack), 'enquiry.move.claim');
    await settle();
    await goh.press(cardIn(slack), 'enquiry.move.reply');
    const modal = await goh.opened();
    await goh.submit(modal, { reply: 'First thoughts.' });
    await goh.close(await goh.opened());
    await goh.submit(modal, { reply: 'Second thoughts.' });
    await goh.submit(await goh.opened());
    await wait(1);
    const outside = JSON.stringify(slack.thread(CHANNEL.shared, asked.ts));
    expect(outside).toContain('Second thoughts.');
    expect(outside).not.toContain('First thoughts.');
  });

  test('a reply that was sent is corrected through the same two keys, and shows as a correction', async () => {
    const office = await aPressOffice();
    const { asked } = await anEnquiry(office);
    const { slack, settle, wait } = office;
    const goh = slack.as(PEOPLE.goh);
    await goh.press(cardIn(slack), 'enquiry.move.claim');
    await settle();
    await goh.press(cardIn(slack), 'enquiry.move.reply');
    await goh.submit(await goh.opened(), { reply: 'It is a third.' });
    await goh.submit(await goh.opened());
    await wait(1);

    await slack.as(PEOPLE.mei).press(cardIn(slack), 'enquiry.correct');
    await settle();
    expect(slack.as(PEOPLE.mei).modal()).toBeUndefined();

    await goh.press(cardIn(slack), 'enquiry.correct');
    const modal = await goh.opened();
    expect(JSON.stringify(modal.view)).toContain('It is a third.');
    await goh.submit(modal, { reply: 'It is a quarter.' });
    await goh.submit(await goh.opened());
    await wait(1);
    const told = slack.thread(CHANNEL.shared, asked.ts).slice(-2);
    expect(told[0]?.text).toContain('The press office answers ME-26-0001:');
    expect(told[1]?.text).toContain('corrects its answer to ME-26-0001');
    expect(told[1]?.text).toContain('It is a quarter.');
    expect(slack.faults).toEqual([]);
  });

  test('what the journalist adds in the thread reaches the desk, and what the desk says stays there', async () => {
    const office = await aPressOffice();
    const { asked } = await anEnquiry(office);
    const { slack, settle } = office;
    await slack
      .as(PEOPLE.nuria)
      .say(CHANNEL.shared, 'A rough share is enough', { threadTs: asked.ts });
    await settle();
    const card = cardIn(slack);
    const inside = slack.thread(CHANNEL.desk, card.ts);
    expect(inside.at(-1)?.text).toContain('A rough share is enough');

    await slack
      .as(PEOPLE.mei)
      .say(CHANNEL.desk, 'They never read the annex', { threadTs: card.ts });
    await settle();
    expect(JSON.stringify(slack.thread(CHANNEL.shared, asked.ts))).not.toContain('annex');
  });

  test('outsiders cannot press what is for the desk, whatever they send', async () => {
    const office = await aPressOffice();
    await anEnquiry(office);
    const { slack, store, settle } = office;
    const [enquiry] = await store.list({ live: true });
    await slack.deliver({
      type: 'interactive',
      name: 'block_actions',
      payload: {
        type: 'block_actions',
        user: { id: PEOPLE.owen, team_id: 'T0HARB0URT' },
        team: { id: 'T0PRESS0FF' },
        api_app_id: 'A0MED1ADSK',
        trigger_id: '1.2.3',
        container: { type: 'message', channel_id: 'C0HARB0URT', message_ts: '1.2' },
        channel: { id: 'C0HARB0URT' },
        actions: [
          {
            type: 'button',
            action_id: 'enquiry.move.claim',
            block_id: 'enquiry.actions',
            value: JSON.stringify({ enquiry: enquiry?.id }),
          },
        ],
      },
    });
    await settle();
    expect((await store.list({ live: true }))[0]?.status).toBe('open');
  });

  test('an unclear deadline is asked about in the modal, and nothing is saved until it is clear', async () => {
    const office = await aPressOffice();
    const { shown } = await anEnquiry(office, 'asap');
    expect(shown).toMatchObject({ kind: 'errors', errors: { deadline: expect.any(String) } });
    expect(await office.store.list({})).toEqual([]);
  });

  test('a look-up that nobody else saw gets its answer in a direct message', async () => {
    const { slack, settle } = await aPressOffice();
    const mei = slack.as(PEOPLE.mei);
    await mei.command('/release', 'qzxv', CHANNEL.newsroom);
    await settle();
    const [reply] = slack.ephemerals(PEOPLE.mei);
    if (reply === undefined) throw new Error('no reply');
    await mei.press(reply, 'enquiry.ask');
    await mei.submit(await mei.opened(), { question: 'Is there anything on qzxv?' });
    await settle();
    expect(slack.messages(CHANNEL.newsroom)).toEqual([]);
    expect(JSON.stringify(slack.directMessages(PEOPLE.mei))).toContain('ME-26-0001');
  });

  test('a question put in private is kept though Slack posts nothing just then, and has one thread', async () => {
    const { slack, settle, store, wait } = await aPressOffice();
    const mei = slack.as(PEOPLE.mei);
    await mei.command('/release', 'qzxv', CHANNEL.newsroom);
    await settle();
    const [reply] = slack.ephemerals(PEOPLE.mei);
    if (reply === undefined) throw new Error('no reply');
    await mei.press(reply, 'enquiry.ask');
    const modal = await mei.opened();
    slack.failNext('chat.postMessage', { kind: 'dropped', acting: true }, 4);
    await mei.submit(modal, { question: 'Is there anything on qzxv?' });
    expect(mei.modal()).toBeUndefined();
    expect(await store.list({})).toHaveLength(1);
    for (let minutes = 0; minutes < 5; minutes += 1) await wait(1);
    const said = slack.directMessages(PEOPLE.mei);
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toContain('Is there anything on qzxv?');
    expect(said[0]?.text).toContain('ME-26-0001');

    const [enquiry] = await store.list({});
    expect(enquiry?.origin).toMatchObject({ threadTs: said[0]?.ts, isShared: false });
    await mei.tell('Only for this year.', { threadTs: said[0]?.ts ?? '' });
    await settle();
    expect(JSON.stringify(slack.messages(CHANNEL.desk))).toContain('Only for this year.');
  });

  test('what is added in the thread of a direct message reaches the desk, and is said to', async () => {
    const { slack, settle } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.tell('what is the AI budget for 2026?');
    await settle();
    const answer = slack.directMessages(PEOPLE.nuria).find(({ ts }) => ts !== asked.ts);
    if (answer === undefined) throw new Error('no answer');
    await nuria.press(answer, 'enquiry.ask');
    await nuria.submit(await nuria.opened());
    await settle();
    await nuria.tell('Is a rough figure possible?', { threadTs: asked.ts });
    await settle();
    expect(slack.directMessages(PEOPLE.nuria).at(-1)?.text).toContain(
      'That is with the press office',
    );
    expect(JSON.stringify(slack.messages(CHANNEL.desk))).toContain('Is a rough figure possible?');
  });
});
