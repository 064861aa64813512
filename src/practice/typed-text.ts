import type { KnownBlock, RichTextElement } from '@slack/types';
import type { SlackCore } from './slack-core.ts';

/**
 * What somebody types, as Slack stores it: `@Name` of a person and `#name` of a channel become references, addresses
 * become links, and `&`, `<`, `>` are escaped. References already in Slack's own form (`<@U…>`, `<#C…>`) are kept.
 */
export function storedText({ state }: SlackCore, typed: string): string {
  const isReference = (part: string) => {
    const id = /^<[@#](\w+)/.exec(part)?.[1] ?? '';
    return state.people[id] !== undefined || state.channels[id] !== undefined;
  };
  const people = Object.values(state.people).sort((a, b) => b.name.length - a.name.length);
  const channels = Object.values(state.channels).filter(({ name }) => name !== '');
  const references = new Map<string, string>([
    ...people.map(({ id, name }): [string, string] => [`@${name.toLowerCase()}`, `<@${id}>`]),
    ...channels.map(({ id, name }): [string, string] => [`#${name.toLowerCase()}`, `<#${id}|>`]),
  ]);
  const names = [...references.keys()]
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  const pattern = new RegExp(
    `<[@#]\\w+(?:\\|[^>]*)?>|(?<![\\w@#])(?:${names})(?![\\w-])|https?://[^\\s<>]*[^\\s<>.,;:!?)'"]`,
    'giu',
  );
  let text = '';
  let end = 0;
  for (const match of typed.matchAll(pattern)) {
    const [part] = match;
    text += escaped(typed.slice(end, match.index));
    text += references.get(part.toLowerCase()) ?? (isReference(part) ? part : linkOf(part));
    end = match.index + part.length;
  }
  return text + escaped(typed.slice(end));
}

/** The rich text that Slack's composer sends beside the text. */
export function richText(text: string, blockId: string): KnownBlock {
  const elements: RichTextElement[] = text
    .split(/(<[^>]+>)/)
    .filter((part) => part !== '')
    .map(elementOf);
  return {
    type: 'rich_text',
    block_id: blockId,
    elements: [{ type: 'rich_text_section', elements }],
  };
}

function elementOf(part: string): RichTextElement {
  const [, kind, id = ''] = /^<(@|#)([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(part) ?? [];
  if (kind === '@') return { type: 'user', user_id: id };
  if (kind === '#') return { type: 'channel', channel_id: id };
  const [, url] = /^<(https?:[^|>]+)(?:\|[^>]*)?>$/.exec(part) ?? [];
  return url === undefined
    ? { type: 'text', text: plain(part) }
    : { type: 'link', url: plain(url) };
}

const linkOf = (part: string) => (part.startsWith('<') ? escaped(part) : `<${escaped(part)}>`);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const plain = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
