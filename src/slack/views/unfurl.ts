import type { KnownBlock } from '@slack/types';
import type { Release } from '../../releases/release.ts';
import { clip, line, quoted, richText, words } from '../block-kit.ts';
import { releaseFacts, titleElement } from './release-line.ts';

/** About as much as is read in passing. */
const BEGINNING = 300;

/** What hangs below a message with a link to a release: its title, date and first words. */
export function unfurl(release: Release, site: string | undefined): { blocks: KnownBlock[] } {
  const first = release.passages.find(({ kind }) => kind !== 'title');
  return {
    blocks: [
      richText(
        line(titleElement(release, site), words(`\n${releaseFacts(release)}`)),
        ...(first === undefined ? [] : [quoted(words(clip(first.text, BEGINNING)))]),
      ),
    ],
  };
}
