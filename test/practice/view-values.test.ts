import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { valueFor } from '../../src/practice/view-values.ts';
import { openTestSlack } from './bolt-app.ts';
import { openRecordingApp, type RecordingApp } from './recording-app.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value), value });

describe('the value that an element sends', () => {
  test.each([
    ['overflow', { options: [option('a')] }, 'a', { selected_option: option('a') }],
    ['overflow', {}, { selected_option: option('a') }, { selected_option: option('a') }],
    ['feedback_buttons', {}, { value: 'yes', text: plain('Yes') }, { value: 'yes' }],
    ['icon_button', { value: 'x' }, undefined, { value: 'x' }],
    ['plain_text_input', {}, 'words', { value: 'words' }],
    ['datepicker', {}, '2026-03-02', { selected_date: '2026-03-02' }],
    ['checkboxes', { options: [option('a')] }, ['a'], { selected_options: [option('a')] }],
  ])('%s %j', (type, more, value, expected) => {
    expect(valueFor({ type, action_id: 'it', ...more }, value)).toMatchObject({
      type,
      ...expected,
    });
  });

  test('a choice that is not offered is no choice', () => {
    expect(() => valueFor({ type: 'overflow', options: [option('a')] }, 'b')).toThrow(RangeError);
  });
});

describe('what is chosen on the page', () => {
  let slack: LocalSlack;
  let app: RecordingApp;
  beforeEach(async () => {
    app = await openRecordingApp();
    slack = await openTestSlack({ requestUrl: app.url });
  });
  afterEach(async () => {
    await slack.close();
    await app.close();
  });

  test('behind three dots or with a thumb reaches the app', async () => {
    const menu = { type: 'overflow', action_id: 'card.more', options: [option('a'), option('b')] };
    const thumbs = {
      type: 'feedback_buttons',
      action_id: 'card.rate',
      positive_button: { text: plain('Good'), value: 'yes' },
      negative_button: { text: plain('Bad'), value: 'no' },
    };
    const posted = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-practice', 'content-type': 'application/json' },
      body: JSON.stringify({
        channel: 'C0NEWSR00M',
        text: 'card',
        blocks: [
          { type: 'actions', block_id: 'one', elements: [menu] },
          { type: 'context_actions', block_id: 'two', elements: [thumbs] },
        ],
      }),
    });
    const { ts } = (await posted.json()) as { ts: string };
    const use = (blockId: string, actionId: string, value: object) =>
      fetch(`${slack.apiUrl}seats/staff`, {
        method: 'POST',
        body: JSON.stringify({
          type: 'block-action',
          container: { type: 'message', channel: 'C0NEWSR00M', ts },
          blockId,
          actionId,
          value,
        }),
      });
    await use('one', 'card.more', { type: 'overflow', selected_option: option('b') });
    await use('two', 'card.rate', { type: 'feedback_buttons', text: plain('Bad'), value: 'no' });
    const pressed = app.requests.flatMap(({ payload }) =>
      payload.actions ? [payload.actions] : [],
    );
    expect(pressed).toMatchObject([
      [{ type: 'overflow', action_id: 'card.more', selected_option: { value: 'b' } }],
      [{ type: 'feedback_buttons', action_id: 'card.rate', value: 'no' }],
    ]);
  });
});
