import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, test } from 'vitest';
import { type Running, runBolt } from './bolt-app.ts';

const modal: ModalView = {
  type: 'modal',
  callback_id: 'ask',
  title: { type: 'plain_text', text: 'Ask' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [
    {
      type: 'input',
      block_id: 'question',
      label: { type: 'plain_text', text: 'Question' },
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
};

const listen = (app: App) => {
  app.command('/release', async ({ ack, command }) => ack(`You asked for ${command.text}`));
  app.event('app_mention', async ({ event, say }) => {
    await say({
      thread_ts: event.thread_ts ?? event.ts,
      text: 'Which one?',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: 'Which one?' } },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'ask',
              text: { type: 'plain_text', text: 'Ask' },
              value: '7',
            },
          ],
        },
      ],
    });
  });
  app.action('ask', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    await client.views.open({ trigger_id: body.trigger_id, view: modal });
  });
  app.view('ask', async ({ ack, view, body, client }) => {
    const text = view.state.values.question?.text?.value ?? '';
    if (text.length < 5)
      return ack({ response_action: 'errors', errors: { question: 'Too short' } });
    await ack();
    await client.chat.postMessage({
      channel: 'C0PRESSDSK',
      text: `<@${body.user.id}> asks: ${text}`,
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: {
        type: 'home',
        blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Hello' } }],
      },
    });
  });
};

let running: Running | undefined;
afterEach(async () => running?.close());

describe.each(['http', 'socket'] as const)('a Bolt app in the local Slack over %s', (transport) => {
  test('answers a command privately', async () => {
    running = await runBolt(listen, { transport });
    const mei = running.slack.as('Mei Tan');
    const shown = await mei.command('/release', 'AI strategy', '#newsroom');
    expect(shown).toMatchObject({ kind: 'done', message: { text: 'You asked for AI strategy' } });
    expect(running.slack.ephemerals('Mei Tan')).toHaveLength(1);
    expect(running.slack.ephemerals('Arjun Nair')).toHaveLength(0);
  });

  test('carries an outsider from mention over button and modal to the desk', async () => {
    running = await runBolt(listen, { transport });
    const { slack } = running;
    const nuria = slack.as('Núria Soler');
    const asked = await nuria.say('#press-la-bitacora', '@Media Desk which sectors?');
    const answer = await slack.until(() => slack.thread('#press-la-bitacora', asked.ts)[1]);
    expect(answer).toMatchObject({ text: 'Which one?', user: 'U0MED1ADSK' });

    await nuria.press(answer, 'ask');
    const view = await nuria.opened();
    expect(await nuria.submit(view, { question: 'Hm?' })).toEqual({
      kind: 'errors',
      errors: { question: 'Too short' },
    });
    expect(await nuria.submit(view, { question: 'Which sectors?' })).toEqual({ kind: 'done' });
    await slack.settled();
    expect(slack.modals(nuria.id)).toEqual([]);
    expect(slack.messages('#press-desk').map(({ text }) => text)).toEqual([
      '<@U0NUR1AS0L> asks: Which sectors?',
    ]);
    expect(slack.faults).toEqual([]);
  });

  test('fills a menu as somebody types', async () => {
    const menu = {
      type: 'actions' as const,
      elements: [{ type: 'external_select' as const, action_id: 'who' }],
    };
    running = await runBolt(
      (app) => {
        app.event(
          'app_mention',
          async ({ say }) => void (await say({ text: 'Who?', blocks: [menu] })),
        );
        app.options('who', async ({ ack, options }) =>
          ack({
            options: [{ text: { type: 'plain_text', text: `${options.value}!` }, value: '1' }],
          }),
        );
      },
      { transport },
    );
    const { slack } = running;
    const mei = slack.as('Mei Tan');
    await mei.say('#newsroom', '@Media Desk');
    const question = await slack.until(() => slack.messages('#newsroom')[1]);
    expect(await mei.suggest(question, 'who', 'te')).toMatchObject({
      kind: 'options',
      options: [{ text: { text: 'te!' } }],
    });
  });

  test('draws the Home tab', async () => {
    running = await runBolt(listen, { transport });
    const { slack } = running;
    await slack.as('Mei Tan').openHome();
    const home = await slack.until(() => slack.home('Mei Tan'));
    expect(home.view.blocks).toMatchObject([{ type: 'header' }]);
  });
});
