import { unescapeEntities } from './entities.ts';
import type { RichNode } from './rich-node.ts';

/**
 * What stands between `<` and `>` in mrkdwn: a link, a mention or a date. `null` where Slack would show the brackets
 * as they are.
 */
export function parseAngleToken(inner: string): RichNode | null {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? null : unescapeEntities(inner.slice(bar + 1));
  if (/^@[A-Z0-9]+$/.test(target)) return { kind: 'user', id: target.slice(1), label };
  if (/^#[A-Z0-9]+$/.test(target)) return { kind: 'channel', id: target.slice(1), label };
  if (target.startsWith('!')) return parseSpecial(target.slice(1), label);
  if (!/^(?:https?|mailto|tel|slack):/i.test(target)) return null;
  const url = unescapeEntities(target);
  const shown = label ?? url.replace(/^(?:mailto|tel):/i, '');
  return { kind: 'link', url, children: [{ kind: 'text', text: shown }] };
}

function parseSpecial(target: string, label: string | null): RichNode | null {
  const [name = '', ...rest] = target.split('^');
  if (name === 'here' || name === 'channel' || name === 'everyone') {
    return { kind: 'broadcast', range: name };
  }
  if (name === 'subteam') return { kind: 'group', id: rest[0] ?? '', label };
  if (name === 'date') {
    const [epoch = '', format = '', url = null] = rest;
    if (!/^-?\d+$/.test(epoch)) return label === null ? null : { kind: 'text', text: label };
    return {
      kind: 'date',
      epoch: Number(epoch),
      format: unescapeEntities(format),
      url: url === null ? null : unescapeEntities(url),
      fallback: label ?? '',
    };
  }
  return label === null ? null : { kind: 'text', text: label };
}
