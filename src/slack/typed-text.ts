import { plain, unescapeSlack } from './block-kit.ts';

/** The most of a message that is read. Slack lets people send forty thousand characters; no question is that long. */
const READ = 3000;

/**
 * What a person typed, out of what Slack sends for it: mentions are taken out, links and channels are named by their
 * words, Slack's own escapes are undone.
 */
export const typedText = (text: string): string =>
  unescapeSlack(
    plain(text.slice(0, READ))
      .replace(/<@[UW][A-Z0-9]+(?:\|[^>]*)?>/g, ' ')
      .replace(/<#[CG][A-Z0-9]+\|([^>]*)>/g, '#$1')
      .replace(/<![^>]*>/g, ' ')
      .replace(
        /<((?:https?|mailto|tel):[^|>]*)(?:\|([^>]*))?>/g,
        (_, address: string, words?: string) => words ?? address.replace(/^(mailto|tel):/, ''),
      ),
  )
    .replace(/[ \t]+/g, ' ')
    .trim();
