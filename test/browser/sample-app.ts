import type { App } from '@slack/bolt';
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { everyBlock, everyField } from './sample-blocks.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const section = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text } });

const home: HomeView = {
  type: 'home',
  blocks: [
    { type: 'header', text: plain('Open enquiries') },
    section(
      '*ME-26-0007* What is the budget?\nDue <!date^1772456400^{date_short_pretty}, {time}|soon>',
    ),
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'home.refresh', text: plain('Refresh') }],
    },
  ],
};

const second: ModalView = {
  type: 'modal',
  callback_id: 'gallery.second',
  title: plain('On top'),
  blocks: [section('The form below keeps what was typed.')],
};

/** A small app that shows the page everything an app can show, and tells in words what came back to it. */
export function listenAsSample(app: App): void {
  app.command('/release', async ({ ack, command }) => {
    await ack({ response_type: 'ephemeral', text: `Nothing called *${command.text}* yet.` });
  });
  app.event('app_mention', async ({ event, client }) => {
    const blocks = event.text.includes('every block') ? everyBlock : undefined;
    const thread = event.text.includes('here') ? {} : { thread_ts: event.thread_ts ?? event.ts };
    await client.chat.postMessage({
      channel: event.channel,
      ...thread,
      text: `You said: ${event.text}`,
      ...(blocks !== undefined && { blocks }),
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: home });
  });
  app.action('gallery.ask', async ({ ack, body, client }) => {
    await ack();
    if (body.type === 'block_actions') {
      await client.views.open({ trigger_id: body.trigger_id, view: everyField });
    }
  });
  app.action('home.refresh', async ({ ack, body, client }) => {
    await ack();
    await client.views.publish({
      user_id: body.user.id,
      view: { ...home, blocks: [section('Refreshed: nothing is open.')] },
    });
  });
  app.action(/^gallery\.(?!ask)/, async ({ ack, action, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || body.channel === undefined) return;
    const value = 'value' in action ? action.value : JSON.stringify(action);
    await client.chat.postMessage({
      channel: body.channel.id,
      text: `${'action_id' in action ? action.action_id : ''} gave ${value ?? 'nothing'}`,
    });
  });
  app.view('gallery.form', async ({ ack, view, body, client }) => {
    const question = view.state.values.question?.text?.value ?? '';
    if (question.length < 10) {
      await ack({ response_action: 'errors', errors: { question: 'Write at least ten letters.' } });
      return;
    }
    if (question.startsWith('More')) {
      await ack({ response_action: 'push', view: second });
      return;
    }
    await ack();
    await client.chat.postMessage({
      channel: body.user.id,
      text: `Got it: ${JSON.stringify(view.state.values)}`,
    });
  });
}
