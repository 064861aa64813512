import { describe, expect, test } from 'vitest';
import { aPressOffice, CHANNEL, PEOPLE } from './a-desk.ts';

const BOT = '<@U0MED1ADSK>';

const optionOf = (view: unknown): string =>
  /"value":"(\d{4}-[^"]+)"/.exec(JSON.stringify(view))?.[1] ?? '';

/** What stands in an input. */
const standsIn = (view: { blocks: readonly unknown[] }, block: string): string => {
  const found = view.blocks.find((one) => (one as { block_id?: string }).block_id === block) as {
    element?: { initial_value?: string };
  };
  return found?.element?.initial_value ?? '';
};

describe('several questions in one message', () => {
  test('each is answered with quotes or left to the press office, in one reply, and only the open ones are sent', async () => {
    const { slack, settle, store } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.say(
      CHANNEL.shared,
      `${BOT} Hi, some questions:\n1. Has Singapore established a National AI Office?\n2. What is the salary of the chief of the AI office?\n3. How much has Singapore invested in AI?\nThanks, need this by 5pm today`,
    );
    await settle();
    const [, reply, ...others] = slack.thread(CHANNEL.shared, asked.ts);
    if (reply === undefined) throw new Error('no reply');
    expect(others).toEqual([]);
    expect(reply.text).toMatch(/\d of 3 questions/);
    expect(reply.text).toContain('S$500 million');
    expect(reply.text).toMatch(/2\. What is the salary.*\nFor the press office/);
    expect(reply.text).toContain('5:00 pm');

    await nuria.press(reply, 'enquiry.ask');
    const modal = await nuria.opened();
    expect(standsIn(modal.view, 'question')).toBe(
      'What is the salary of the chief of the AI office?',
    );
    expect(standsIn(modal.view, 'deadline')).toContain('5pm');
    const shown = await nuria.submit(modal);
    const confirm = nuria.modal();
    if (confirm !== undefined) await nuria.submit(confirm, { confirm: [optionOf(confirm.view)] });
    await settle();
    const [enquiry] = await store.list({ live: true });
    expect(enquiry, JSON.stringify(shown)).toBeDefined();
    expect(enquiry?.question).toBe('What is the salary of the chief of the AI office?');
    expect(enquiry?.deadline?.at.toISOString()).toBe('2026-11-25T16:00:00.000Z');
    expect(slack.faults).toEqual([]);
  });

  test('ten questions still make one reply that Slack takes', async () => {
    const { slack, settle } = await aPressOffice();
    const questions = Array.from(
      { length: 10 },
      (_, at) => `${at + 1}. Which sectors does the AI strategy cover in part ${at}?`,
    );
    const asked = await slack
      .as(PEOPLE.nuria)
      .say(CHANNEL.shared, `${BOT} ${questions.join('\n')}`);
    await settle();
    const [, reply, ...others] = slack.thread(CHANNEL.shared, asked.ts);
    expect(others).toEqual([]);
    for (const number of [1, 5, 10]) expect(reply?.text).toContain(`\n${number}. `);
    expect(slack.faults).toEqual([]);
  });

  test('a greeting beside one question leaves it one answer', async () => {
    const { slack, settle } = await aPressOffice();
    const asked = await slack
      .as(PEOPLE.nuria)
      .say(CHANNEL.shared, `${BOT} How are you? Which sectors does the AI strategy cover?`);
    await settle();
    const [, reply] = slack.thread(CHANNEL.shared, asked.ts);
    expect(reply?.text).not.toContain('2 questions');
    expect(reply?.text).toContain('Transport and Logistics');
  });
});

describe('a deadline in the text of a mention', () => {
  test('“within two hours” counts from when it was said, not from when the form is sent', async () => {
    const { slack, settle, wait, store } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.say(
      CHANNEL.shared,
      `${BOT} how much of the money goes to healthcare? I need it within 2 hours.`,
    );
    await settle();
    const [, reply] = slack.thread(CHANNEL.shared, asked.ts);
    if (reply === undefined) throw new Error('no reply');
    expect(reply.text).toContain('4:10 pm Singapore');
    await wait(30);
    await nuria.press(reply, 'enquiry.ask');
    const modal = await nuria.opened();
    expect(standsIn(modal.view, 'deadline')).toContain('2 hours');
    await nuria.submit(modal);
    const confirm = nuria.modal();
    if (confirm !== undefined) await nuria.submit(confirm, { confirm: [optionOf(confirm.view)] });
    await settle();
    const [enquiry] = await store.list({ live: true });
    const due = enquiry?.deadline?.at.toISOString();
    expect(due?.slice(0, 16)).toBe('2026-11-25T08:10');
    expect(slack.thread(CHANNEL.shared, asked.ts).at(-1)?.text).toContain('4:10 pm Singapore');
  });

  test('an unclear one is asked about, and nothing is set', async () => {
    const { slack, settle, store } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.say(
      CHANNEL.shared,
      `${BOT} how much of the money goes to healthcare? Need it asap.`,
    );
    await settle();
    const [, reply] = slack.thread(CHANNEL.shared, asked.ts);
    if (reply === undefined) throw new Error('no reply');
    expect(reply.text).toMatch(/\?.*has a place for it/);
    await nuria.press(reply, 'enquiry.ask');
    expect(await nuria.submit(await nuria.opened())).toMatchObject({ kind: 'errors' });
    expect(await store.list({})).toEqual([]);
  });

  test('no deadline is heard where none stands', async () => {
    const { slack, settle } = await aPressOffice();
    const nuria = slack.as(PEOPLE.nuria);
    const asked = await nuria.say(CHANNEL.shared, `${BOT} what was the budget of 2025?`);
    await settle();
    const [, reply] = slack.thread(CHANNEL.shared, asked.ts);
    if (reply === undefined) throw new Error('no reply');
    await nuria.press(reply, 'enquiry.ask');
    expect(standsIn((await nuria.opened()).view, 'deadline')).toBe('');
  });
});
