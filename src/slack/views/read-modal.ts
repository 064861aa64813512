import type { KnownBlock, ModalView } from '@slack/types';
import type { Passage } from '../../releases/passage.ts';
import type { Release } from '../../releases/release.ts';
import {
  actions,
  button,
  clip,
  header,
  LIMIT,
  line,
  quoted,
  richText,
  words,
} from '../block-kit.ts';
import { ID, ReleaseValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { releaseFacts, siteElements } from './release-line.ts';

/** Room for header, facts and the page buttons is kept beside these. */
const BLOCKS_A_PAGE = 60;
/** Far below the 250 kB that Slack takes for a view, and about as much as one likes to scroll. */
const CHARACTERS_A_PAGE = 20_000;

/** Another way in which a release is read: in advance, with a mark on every page. */
export type ReadAs = {
  readonly title: string;
  readonly mark: string;
  readonly pageButton: string;
  readonly valueAt: (page: number) => string;
};

/**
 * The whole release to read in Slack, a page at a time.
 *
 * @param page counting from 0; one that does not exist shows the nearest that does
 */
export function readModal(
  release: Release,
  page: number,
  site: string | undefined,
  as?: ReadAs,
): ModalView {
  const valueAt =
    as?.valueAt ?? ((to: number) => ReleaseValue.encode({ id: release.id, page: to }));
  const pages = pagesOf(release);
  const at = Math.min(Math.max(page, 0), pages.length - 1);
  return {
    type: 'modal',
    title: { type: 'plain_text', text: as?.title ?? SAY.readTitle },
    close: { type: 'plain_text', text: SAY.close },
    blocks: [
      ...(as === undefined ? [] : [richText(line(words(as.mark, { bold: true })))]),
      header(release.title),
      richText(
        line(
          words(`${releaseFacts(release)} · version ${release.version}`),
          ...siteElements(release, site),
        ),
      ),
      ...(pages[at] ?? []),
      ...(pages.length > 1
        ? pageButtons(as?.pageButton ?? ID.pageButton, valueAt, at, pages.length)
        : []),
    ],
  };
}

const pageButtons = (
  id: string,
  valueAt: (page: number) => string,
  at: number,
  pages: number,
): KnownBlock[] => [
  richText(line(words(SAY.page(at + 1, pages)))),
  actions('release.pages', [
    ...(at > 0
      ? [
          button({
            id: `${id}.previous`,
            text: SAY.previous,
            value: valueAt(at - 1),
          }),
        ]
      : []),
    ...(at < pages - 1
      ? [
          button({
            id: `${id}.next`,
            text: SAY.next,
            value: valueAt(at + 1),
          }),
        ]
      : []),
  ]),
];

function pagesOf(release: Release): KnownBlock[][] {
  const pages: KnownBlock[][] = [[]];
  let size = 0;
  let heading = '';
  for (const passage of release.passages) {
    // The title stands above already; one that is printed again in other words does not.
    if (passage.kind === 'title' && passage === release.passages[0]) continue;
    const under = passage.heading.join(' › ');
    const blocks = [
      ...(under !== heading && under !== ''
        ? [richText(line(words(clip(under, LIMIT.richText), { bold: true })))]
        : []),
      ...passageBlocks(passage),
    ];
    heading = under;
    // A passage starts a new page where it does not fit whole; one that fits no page goes on over several.
    const length = passage.text.length;
    const fits =
      (pages.at(-1)?.length ?? 0) + blocks.length <= BLOCKS_A_PAGE &&
      size + length <= CHARACTERS_A_PAGE;
    if (!fits && size > 0) {
      pages.push([]);
      size = 0;
    }
    for (const block of blocks) {
      if (size > CHARACTERS_A_PAGE) {
        pages.push([]);
        size = 0;
      }
      pages.at(-1)?.push(block);
      size += length / blocks.length;
    }
  }
  return pages;
}

/** One passage as it reads; a very long one in several blocks, cut between words. */
function passageBlocks({ kind, text, paragraph }: Passage): KnownBlock[] {
  const number = paragraph === undefined ? '' : `${paragraph}. `;
  const shown = kind === 'row' ? text.replaceAll('\t', '  |  ') : text;
  return pieces(`${number}${shown}`).map((piece) =>
    richText(kind === 'block-quote' ? quoted(words(piece)) : line(words(piece))),
  );
}

/** The most units up to `limit` that cut no character in two. */
const wholeCharacters = (text: string, limit: number): number =>
  (text.codePointAt(limit - 1) ?? 0) > 0xffff ? limit - 1 : limit;

function pieces(text: string): string[] {
  const limit = LIMIT.richText;
  const found: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const space = rest.lastIndexOf(' ', limit);
    const end = space > limit / 2 ? space : wholeCharacters(rest, limit);
    found.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? found : [...found, rest];
}
