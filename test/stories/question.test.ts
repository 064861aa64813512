import { describe, expect, test } from 'vitest';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const BOT = '<@U0MED1ADSK>';
const SECTORS =
  'Transport and Logistics, Smart Cities and Estates, Healthcare, Education, Safety and Security';

describe('a journalist of another workspace asks', () => {
  test('a mention is answered in its thread with the exact words, date, link and a person', async () => {
    const { slack, settle } = await aPressOffice();
    const asked = await slack
      .as(PEOPLE.nuria)
      .say(CHANNEL.shared, `${BOT} which sectors does the AI strategy cover?`);
    await settle();

    const [, reply, ...others] = slack.thread(CHANNEL.shared, asked.ts);
    expect(others).toEqual([]);
    expect(reply?.text).toContain(SECTORS);
    expect(reply?.text).toContain('as stated 19 Nov 2019');
    expect(reply?.text).toContain('https://www.smartnation.gov.sg/media-hub/press-releases/');
    expect(reply?.text).toContain('Goh Yu Chong');
    expect(JSON.stringify(reply?.blocks)).toContain('Ask the press office');
    expect(slack.faults).toEqual([]);
  });

  test('a personal number is not shown to a whole shared channel, but in private to whoever asks for it', async () => {
    const { slack, settle } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.say(CHANNEL.shared, `${BOT} who do I call?`);
    await settle();
    const [, reply] = slack.thread(CHANNEL.shared, asked.ts);
    expect(reply?.text).toContain('Terry_Lim@pmo.gov.sg');
    expect(JSON.stringify(reply)).not.toContain('9744 2385');
    if (reply === undefined) throw new Error('no reply');

    await nuria.press(reply, 'release.contacts');
    expect(JSON.stringify((await nuria.opened()).view)).toContain('+65 9744 2385');
  });

  test('what the release does not say is refused, with proof of the search and a way on', async () => {
    const { slack, settle } = await aPressOffice();
    const asked = await slack
      .as(PEOPLE.nuria)
      .say(CHANNEL.shared, `${BOT} how much of the money goes to healthcare?`);
    await settle();
    const [, reply] = slack.thread(CHANNEL.shared, asked.ts);
    expect(reply?.text).toContain('Searched 1 release');
    expect(reply?.text).not.toContain('S$500 million');
    expect(reply?.text).toContain('Ask the press office');
  });

  test('a further question in the thread needs no mention; thanks between people are left alone', async () => {
    const { slack, settle } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.say(
      CHANNEL.shared,
      `${BOT} which sectors does the AI strategy cover?`,
    );
    await settle();
    await nuria.say(CHANNEL.shared, 'how much has Singapore invested in AI?', {
      threadTs: asked.ts,
    });
    await settle();
    expect(slack.thread(CHANNEL.shared, asked.ts).at(-1)?.text).toContain('S$500 million');

    const before = slack.thread(CHANNEL.shared, asked.ts).length;
    await slack.as(PEOPLE.mei).say(CHANNEL.shared, 'Hope that helps', { threadTs: asked.ts });
    await settle();
    expect(slack.thread(CHANNEL.shared, asked.ts)).toHaveLength(before + 1);
  });

  test('a direct message is answered, also in Socket Mode', async () => {
    const { slack, settle } = await aPressOffice({ transport: 'socket' });
    const asked = await slack.as(PEOPLE.nuria).tell('How much has Singapore invested in AI?');
    await settle();
    const replies = slack.directMessages(PEOPLE.nuria).filter(({ ts }) => ts !== asked.ts);
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).toContain('S$500 million');
  });

  test('a question put in other words is answered anew in place, and a deleted one takes its answer along', async () => {
    const { slack, settle } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.say(
      CHANNEL.shared,
      `${BOT} which sectors does the AI strategy cover?`,
    );
    await settle();
    await nuria.edit(CHANNEL.shared, asked.ts, `${BOT} how much has Singapore invested in AI?`);
    await settle();
    const replies = slack.thread(CHANNEL.shared, asked.ts).slice(1);
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).toContain('S$500 million');

    await nuria.delete(CHANNEL.shared, asked.ts);
    await settle();
    expect(slack.thread(CHANNEL.shared, asked.ts).slice(1)).toEqual([]);
  });

  test('a question put in other words before it was answered gets one answer, to the words that stand', async () => {
    const { slack, settle, wait } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    slack.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 30 });
    const asked = await nuria.say(
      CHANNEL.shared,
      `${BOT} which sectors does the AI strategy cover?`,
    );
    await settle();
    expect(slack.thread(CHANNEL.shared, asked.ts)).toHaveLength(1);
    await nuria.edit(CHANNEL.shared, asked.ts, `${BOT} how much has Singapore invested in AI?`);
    await wait(1);
    const replies = slack.thread(CHANNEL.shared, asked.ts).slice(1);
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).toContain('S$500 million');
  });

  test('a question deleted before it was answered gets no answer', async () => {
    const { slack, settle, wait } = await aPressOffice({ paceMs: 30_000 });
    const nuria = slack.as(PEOPLE.nuria);
    await nuria.say(CHANNEL.shared, `${BOT} who do I call?`);
    await settle();
    const asked = await nuria.say(CHANNEL.shared, `${BOT} how much has Singapore invested in AI?`);
    await settle();
    await nuria.delete(CHANNEL.shared, asked.ts);
    await wait(1);
    expect(JSON.stringify(slack.messages(CHANNEL.shared))).not.toContain('S$500 million');
  });

  test('a message that calls the bot only after an edit is answered, once', async () => {
    const { slack, settle } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.say(CHANNEL.shared, 'how much has Singapore invested in AI?');
    await settle();
    expect(slack.thread(CHANNEL.shared, asked.ts)).toHaveLength(1);
    await nuria.edit(CHANNEL.shared, asked.ts, `${BOT} how much has Singapore invested in AI?`);
    await settle();
    await nuria.edit(CHANNEL.shared, asked.ts, `${BOT} which sectors does the AI strategy cover?`);
    await settle();
    const replies = slack.thread(CHANNEL.shared, asked.ts).slice(1);
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).toContain('Healthcare');
  });

  test('an edit that arrives before its question is answered, and the question not once more', async () => {
    const { slack, settle } = await aPressOffice();
    // Said without the app hearing of it: what Slack tells of it comes below.
    const { ts } = await slack.as(PEOPLE.mei).say(CHANNEL.newsroom, 'sectors?');
    await settle();
    const text = `${BOT} which sectors does the AI strategy cover?`;
    const words = { type: 'message', user: PEOPLE.mei, channel: 'C0NEWSR00M', ts };
    const later = `${BOT} how much has Singapore invested in AI?`;
    const deliver = (id: string, event: Record<string, unknown>) =>
      slack.deliver({
        type: 'events_api',
        name: String(event.type),
        payload: {
          type: 'event_callback',
          event_id: id,
          team_id: 'T0PRESS0FF',
          api_app_id: 'A0MED1ADSK',
          event: { channel: 'C0NEWSR00M', channel_type: 'channel', ...event },
        },
      });
    await deliver('Ev2', {
      type: 'message',
      subtype: 'message_changed',
      ts: '1795586460.000200',
      event_ts: '1795586460.000200',
      message: { ...words, text: later },
      previous_message: { ...words, text },
    });
    await settle();
    await deliver('Ev1', { ...words, type: 'app_mention', text, event_ts: ts });
    await settle();
    const replies = slack.thread(CHANNEL.newsroom, ts).slice(1);
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).toContain('S$500 million');
  });

  test('Helpful is noted without a name', async () => {
    const { slack, store, settle } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.say(
      CHANNEL.shared,
      `${BOT} which sectors does the AI strategy cover?`,
    );
    await settle();
    const [, reply] = slack.thread(CHANNEL.shared, asked.ts);
    if (reply === undefined) throw new Error('no reply');
    await nuria.press(reply, 'answer.helpful');
    await settle();
    // Thanked where she looks: in the thread.
    expect(slack.ephemerals(PEOPLE.nuria).at(-1)).toMatchObject({ thread_ts: asked.ts });
    const feedback = await store.feedbackSince(new Date(0));
    expect(feedback.filter(({ kind }) => kind === 'helpful')).toHaveLength(1);
    expect(JSON.stringify(feedback)).not.toContain(PEOPLE.nuria);
  });
});
