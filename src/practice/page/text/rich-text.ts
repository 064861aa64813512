import type { RichTextBlock, RichTextElement } from '@slack/types';
import { isEmojiName } from './emoji.ts';
import type { RichNode } from './rich-node.ts';

/** A `rich_text` block as the same tree that mrkdwn gives. */
export function readRichText(block: RichTextBlock): RichNode[] {
  return block.elements.map(readPart);
}

function readPart(element: RichTextBlock['elements'][number]): RichNode {
  switch (element.type) {
    case 'rich_text_section':
      return { kind: 'paragraph', children: element.elements.flatMap(readElement) };
    case 'rich_text_quote':
      return { kind: 'quote', children: element.elements.flatMap(readElement) };
    case 'rich_text_preformatted':
      return {
        kind: 'preformatted',
        text: element.elements
          .map((each) => each.text ?? (each.type === 'link' ? each.url : ''))
          .join(''),
      };
    case 'rich_text_list':
      return {
        kind: 'list',
        ordered: element.style === 'ordered',
        indent: element.indent ?? 0,
        start: 1,
        items: element.elements.map((section) => section.elements.flatMap(readElement)),
      };
  }
}

function readElement(element: RichTextElement): RichNode[] {
  const style = element.style ?? {};
  if (style.code === true && element.type === 'text') return [{ kind: 'code', text: element.text }];
  let nodes = readPlain(element);
  for (const kind of ['bold', 'italic', 'strike', 'underline'] as const) {
    if (style[kind] === true) nodes = [{ kind, children: nodes }];
  }
  return nodes;
}

function readPlain(element: RichTextElement): RichNode[] {
  switch (element.type) {
    case 'text':
      return element.text
        .split('\n')
        .flatMap((text, index): RichNode[] => [
          ...(index > 0 ? [{ kind: 'break' } as const] : []),
          ...(text === '' ? [] : [{ kind: 'text', text } as const]),
        ]);
    case 'link':
      return [
        {
          kind: 'link',
          url: element.url,
          children: [{ kind: 'text', text: element.text ?? element.url }],
        },
      ];
    case 'user':
      return [{ kind: 'user', id: element.user_id, label: null }];
    case 'channel':
      return [{ kind: 'channel', id: element.channel_id, label: null }];
    case 'usergroup':
      return [{ kind: 'group', id: element.usergroup_id, label: null }];
    case 'broadcast':
      return [{ kind: 'broadcast', range: element.range }];
    case 'emoji':
      return isEmojiName(element.name)
        ? [{ kind: 'emoji', name: element.name }]
        : [{ kind: 'text', text: `:${element.name}:` }];
    case 'date':
      return [
        {
          kind: 'date',
          epoch: element.timestamp,
          format: element.format,
          url: element.url ?? null,
          fallback: element.fallback ?? '',
        },
      ];
    case 'team':
      return [{ kind: 'text', text: element.team_id }];
    case 'color':
      return [{ kind: 'text', text: element.value }];
  }
}
