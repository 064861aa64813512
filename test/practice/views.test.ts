import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, test } from 'vitest';
import type { StoredView } from '../../src/practice/slack-state.ts';
import { type Running, runBolt } from './bolt-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const modal = (title: string, callbackId = 'form'): ModalView => ({
  type: 'modal',
  callback_id: callbackId,
  title: plain(title),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'q',
      label: plain('Question'),
      element: { type: 'plain_text_input', action_id: 'text', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'when',
      optional: true,
      label: plain('When'),
      element: {
        type: 'static_select',
        action_id: 'hour',
        options: [{ text: plain('Noon'), value: '12' }],
      },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [{ type: 'button', action_id: 'more', text: plain('More') }],
    },
  ],
});

let running: Running | undefined;
afterEach(async () => running?.close());

/** Opens a modal for Mei by a command; what the app does then is up to each test. */
async function withModal(listen: (app: App) => void) {
  running = await runBolt((app) => {
    app.command('/release', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal('First') });
    });
    listen(app);
  });
  const { slack } = running;
  const mei = slack.as('Mei Tan');
  await mei.command('/release', '', '#newsroom');
  return { slack, mei, view: await mei.opened() };
}

const titles = (views: readonly StoredView[]) =>
  views.map(({ view }) => ('title' in view ? view.title.text : ''));

describe('a modal', () => {
  test('gives the app what stands in its fields, in Slack’s own form', async () => {
    let values: unknown;
    const { mei, view } = await withModal((app) =>
      app.view('form', async ({ ack, view: submitted }) => {
        values = submitted.state.values;
        await ack();
      }),
    );
    await mei.submit(view, { q: 'Which?', hour: 'Noon' });
    expect(values).toEqual({
      q: { text: { type: 'plain_text_input', value: 'Which?' } },
      when: {
        hour: { type: 'static_select', selected_option: { text: plain('Noon'), value: '12' } },
      },
    });
  });

  test('is not sent while something in it is too long', async () => {
    const { mei, view } = await withModal(() => undefined);
    expect(await mei.submit(view, { q: 'x'.repeat(21) })).toEqual({
      kind: 'errors',
      errors: { q: 'Please enter at most 20 characters.' },
    });
  });

  test('keeps what was typed when the app updates it, and refuses an update of an older one', async () => {
    let conflict = '';
    const { slack, mei, view } = await withModal((app) =>
      app.action('more', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions' || body.view === undefined) return;
        const { id, hash } = body.view;
        await client.views.update({ view_id: id, hash, view: modal('Second') });
        await client.views.update({ view_id: id, hash, view: modal('Third') }).catch((error) => {
          conflict = error.data.error;
        });
      }),
    );
    await mei.press(view, 'more', undefined, { q: 'typed' });
    await slack.until(() => conflict !== '');
    expect(conflict).toBe('hash_conflict');
    expect(titles(slack.modals('Mei Tan'))).toEqual(['Second']);
    expect(slack.modals('Mei Tan')[0]?.values.q?.text).toMatchObject({ value: 'typed' });
  });

  test.each([
    ['update', ['Next']],
    ['push', ['First', 'Next']],
    ['clear', []],
  ] as const)('answers a submission with %s', async (action, left) => {
    const { slack, mei, view } = await withModal((app) =>
      app.view('form', async ({ ack }) => {
        await (action === 'clear'
          ? ack({ response_action: action })
          : ack({ response_action: action, view: modal('Next') }));
      }),
    );
    expect(await mei.submit(view, { q: 'a' })).toMatchObject({ kind: 'done' });
    expect(titles(slack.modals('Mei Tan'))).toEqual(left);
  });

  test('lies at most three deep', async () => {
    const errors: string[] = [];
    const { slack, mei, view } = await withModal((app) =>
      app.action('more', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions') return;
        await client.views
          .push({ trigger_id: body.trigger_id, view: modal('On top') })
          .catch((error) => errors.push(error.data.error));
      }),
    );
    for (const _ of [1, 2, 3]) {
      const traffic = slack.traffic.length;
      await mei.press(view, 'more');
      await slack.until(() =>
        slack.traffic.slice(traffic).some(({ name }) => name === 'views.push'),
      );
    }
    await slack.until(() => errors.length > 0);
    expect(errors).toEqual(['push_limit_reached']);
    expect(titles(slack.modals('Mei Tan'))).toEqual(['First', 'On top', 'On top']);
  });

  test('that the app answers wrongly only says that there was trouble', async () => {
    const { slack, mei, view } = await withModal((app) =>
      app.view('form', async ({ ack }) =>
        ack({ response_action: 'errors', errors: { nowhere: 'x' } }),
      ),
    );
    expect(await mei.submit(view, { q: 'a' })).toMatchObject({ kind: 'refused' });
    expect(slack.faults).toMatchObject([{ method: 'view_submission' }]);
    expect(titles(slack.modals('Mei Tan'))).toEqual(['First']);
  });
});
