import type { Message } from '../../seat-api.ts';
import { drawBlocks } from '../blocks/draw-block.ts';
import type { FormValues } from '../blocks/form-values.ts';
import type { Surface } from '../blocks/surface.ts';
import { el } from '../element.ts';
import type { Eyes } from '../eyes.ts';
import { icon } from '../icons.ts';
import { clockTime, formatDate } from '../text/date-token.ts';
import { drawNodes } from '../text/draw-text.ts';
import { emojiOf } from '../text/emoji.ts';
import { parseMrkdwn } from '../text/mrkdwn.ts';
import { drawAvatar } from './avatar.ts';

export type MessageContext = {
  readonly eyes: Eyes;
  readonly prefix: string;
  readonly valuesOf: (ts: string) => FormValues;
  readonly act: (message: Message, ...pressed: Parameters<Surface['act']>) => void;
  readonly openThread: ((message: Message) => void) | null;
  /** Fills the bar of actions the first time it is wanted; in a thread without the action that opens it. */
  readonly toolbar: (message: Message, inThread: boolean) => HTMLElement | null;
};

/** How the message stands among its neighbours. */
export type Standing = {
  /** Follows shortly on one by the same author, so that the name need not be said again. */
  readonly continued: boolean;
  /** Its thread holds replies not seen yet. */
  readonly newReplies: number;
  readonly lastReplyTs: string | null;
};

/** One message as its reader sees it. */
export function drawMessage(
  message: Message,
  standing: Standing,
  context: MessageContext,
): HTMLElement {
  const { eyes, prefix } = context;
  const author = eyes.personOf(message.authorId);
  const instant = new Date(Number(message.ts) * 1000);
  const time = clockTime(instant, eyes.zone);
  const surface: Surface = {
    eyes,
    prefix: `${prefix}-${message.ts.replace('.', '-')}`,
    values: context.valuesOf(message.ts),
    errors: {},
    act: (...pressed) => context.act(message, ...pressed),
  };
  const full = formatDate(Number(message.ts), '{date_long} at {time}', eyes.zone, eyes.now);
  const stamp = el('time', { class: 'stamp', datetime: instant.toISOString(), title: full }, time);
  const classes = [
    'message',
    standing.continued ? 'continued' : '',
    message.ephemeral ? 'ephemeral' : '',
  ];
  const article = el(
    'article',
    {
      class: classes.join(' ').trim(),
      'data-ts': message.ts,
      'aria-label': `${author?.name ?? 'Someone'}, ${time}${message.ephemeral ? ', only visible to you' : ''}`,
      tabindex: -1,
    },
    standing.continued ? el('span', { class: 'gutter' }, stamp) : drawAvatar(author),
    el(
      'div',
      { class: 'message-body' },
      message.ephemeral && el('p', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
      !standing.continued &&
        el(
          'p',
          { class: 'message-head' },
          el('span', { class: 'author' }, author?.name ?? 'Someone'),
          author?.isBot === true && el('span', { class: 'tag' }, 'App'),
          author?.isExternal === true &&
            el('span', { class: 'tag external' }, icon('shared'), author.workspace),
          stamp,
        ),
      drawContent(message, surface),
      ...drawAttachments(message, surface),
      ...drawFooter(message, standing, context),
    ),
  );
  const addToolbar = () => {
    if (article.querySelector('.toolbar') !== null) return;
    const bar = context.toolbar(message, context.openThread === null);
    if (bar !== null) article.append(bar);
  };
  article.addEventListener('pointerenter', addToolbar, { once: true });
  article.addEventListener('focusin', addToolbar, { once: true });
  return article;
}

function drawContent(message: Message, surface: Surface): HTMLElement {
  const edited = message.edited && el('span', { class: 'edited' }, ' (edited)');
  if (message.blocks.length > 0) {
    return el('div', { class: 'blocks' }, ...drawBlocks(message.blocks, surface), edited);
  }
  return el(
    'div',
    { class: 'text' },
    ...drawNodes(parseMrkdwn(message.text), surface.eyes),
    edited,
  );
}

/** Previews of links and whatever else hangs below a message. */
function drawAttachments({ attachments = [] }: Message, surface: Surface): HTMLElement[] {
  return attachments.map(({ blocks }, index) =>
    el(
      'div',
      { class: 'attachment blocks' },
      ...drawBlocks(blocks, { ...surface, prefix: `${surface.prefix}-attached-${index}` }),
    ),
  );
}

function drawFooter(message: Message, standing: Standing, context: MessageContext): HTMLElement[] {
  const footer: HTMLElement[] = [];
  for (const { name, size, picture } of message.files) {
    if (picture !== undefined)
      footer.push(
        el('img', {
          class: 'attached-picture',
          src: picture.url,
          alt: picture.alt,
          loading: 'lazy',
        }),
      );
    const kilobytes = `${Math.max(1, Math.round(size / 1024))} kB`;
    footer.push(el('p', { class: 'attached' }, icon('file'), el('b', {}, name), ` ${kilobytes}`));
  }
  if (message.reactions.length > 0) {
    const drawn = message.reactions.map(({ name, count }) =>
      el(
        'li',
        { class: 'reaction', 'aria-label': `${name.replaceAll('_', ' ')}, ${count}` },
        el('span', { class: 'emoji' }, emojiOf(name)),
        ` ${count}`,
      ),
    );
    footer.push(el('ul', { class: 'reactions', 'aria-label': 'Reactions' }, ...drawn));
  }
  if (message.faults.length > 0) {
    footer.push(
      el(
        'div',
        { class: 'faults', role: 'note' },
        el(
          'p',
          { class: 'faults-lead' },
          icon('alert'),
          el('b', {}, 'Slack would not accept this as it is'),
        ),
        el('ul', {}, ...message.faults.map((fault) => el('li', {}, fault))),
      ),
    );
  }
  const { openThread } = context;
  if (message.replyCount > 0 && openThread !== null) {
    footer.push(drawThreadLink(message, standing, context, () => openThread(message)));
  }
  return footer;
}

function drawThreadLink(
  message: Message,
  { newReplies, lastReplyTs }: Standing,
  { eyes }: MessageContext,
  open: () => void,
): HTMLElement {
  const count = message.replyCount;
  const last =
    lastReplyTs === null ? '' : clockTime(new Date(Number(lastReplyTs) * 1000), eyes.zone);
  return el(
    'button',
    {
      type: 'button',
      class: newReplies > 0 ? 'thread-link fresh' : 'thread-link',
      'data-key': `thread-${message.ts}`,
      onclick: open,
    },
    icon('thread'),
    el('b', {}, count === 1 ? '1 reply' : `${count} replies`),
    newReplies > 0 && el('span', { class: 'tag new' }, `${newReplies} new`),
    last !== '' && el('span', { class: 'stamp' }, `last at ${last}`),
  );
}
