import { expect } from 'vitest';
import { messageRejection, viewRejection } from '../../src/practice/check-payload.ts';
import { LIMIT, type Message, unescapeSlack } from '../../src/slack/block-kit.ts';

type Node = Readonly<Record<string, unknown>>;

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  else if (typeof value === 'object' && value !== null) {
    yield value as Node;
    for (const one of Object.values(value)) yield* nodesOf(one);
  }
}

/** Every text that Slack reads mark-up, mentions and links in. */
export const mrkdwnIn = (payload: unknown): string[] =>
  [...nodesOf(payload)]
    .filter(({ type }) => type === 'mrkdwn' || type === 'markdown')
    .map(({ text }) => String(text));

/** Everything that is read in blocks but for what buttons and menus are called. */
export const shownIn = (blocks: readonly { readonly type: string }[]): string[] =>
  [...nodesOf(blocks.filter(({ type }) => type !== 'actions' && type !== 'input'))].flatMap(
    (node) => {
      if (typeof node.text !== 'string') return typeof node.url === 'string' ? [node.url] : [];
      if (node.type === 'mrkdwn') return [unescapeSlack(node.text.replaceAll('*', ''))];
      return [node.text];
    },
  );

/** Every address that something shown leads to. */
export const linksIn = (payload: unknown): string[] =>
  [...nodesOf(payload)].flatMap(({ type, url }) =>
    type === 'link' && typeof url === 'string' ? [url] : [],
  );

/** An instant as each reader's own clock has it, with what clients that cannot tell it show. */
const INSTANT = /<!date\^\d+\^\{time_secs\}\|[\d:]+ [ap]m>/g;

/** Our own mentions of people and channels, and our instants, which are no text of anybody's. */
const ours = (text: string, ids: readonly string[]): string =>
  ids.reduce(
    (rest, id) => rest.replaceAll(`<@${id}>`, '').replaceAll(`<#${id}>`, ''),
    text.replace(INSTANT, ''),
  );

/** Nothing of what people wrote is alive: it mentions nobody, links nowhere, and is no broken text. */
export function expectHarmless(payload: unknown, mentioned: readonly string[] = []): void {
  for (const text of mrkdwnIn(payload)) expect(ours(text, mentioned)).not.toMatch(/[<>]/);
  for (const url of linksIn(payload)) expect(url).toMatch(/^(https?:\/\/|tel:\+|mailto:[^\s<>]+@)/);
  for (const { type } of nodesOf(payload))
    expect(['user', 'usergroup', 'broadcast', 'channel', 'team']).not.toContain(type);
  // What stands in a value comes back to us and is read by nobody.
  const json = JSON.stringify(payload, (key, value) =>
    key === 'value' || key === 'private_metadata' ? '' : value,
  );
  expect(json).not.toMatch(/\\ud[89a-f][0-9a-f]{2}/i);
  expect(json).not.toMatch(/\\u00(0[0-8b-f]|1[0-9a-f]|7f)|[\u202a-\u202e\u2066-\u2069]/i);
}

/** A message that Slack takes, also as an update, complete to a screen reader, and harmless. */
export function expectMessage(message: Message, mentioned: readonly string[] = []): void {
  expect(messageRejection(message, LIMIT.messageText)).toBeUndefined();
  expect(message.text.trim()).not.toBe('');
  expect(ours(message.text, mentioned)).not.toMatch(/[<>]/);
  expectHarmless(message, mentioned);
}

/** A view that Slack takes, and harmless. */
export function expectView(
  view: { readonly type: 'modal' | 'home' },
  mentioned: readonly string[] = [],
): void {
  expect(viewRejection(view, view.type)).toBeUndefined();
  expectHarmless(view, mentioned);
}

/** Nothing that is seen is missing from `text`, which is all that a screen reader gets. */
export function expectAllInText({ text, blocks }: Message): void {
  const heard = unescapeSlack(text);
  for (const shown of shownIn(blocks))
    for (const line of shown.split('\n')) {
      const words = line.replace(/^[\s·,|(]+|[\s·,|:)]+$/g, '');
      if (!heard.includes(words)) expect(heard).toContain(words);
    }
}
