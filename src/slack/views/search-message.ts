import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Release } from '../../releases/release.ts';
import type { SearchHit, SearchResult, Snippet } from '../../search/search-result.ts';
import {
  actions,
  button,
  clip,
  line,
  type Message,
  messageText,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { askValue, ID, releaseValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { fitted } from './fit-text.ts';
import { releaseFacts, releaseText, shortRelease, titleElement } from './release-line.ts';

type Place = { readonly site: string | undefined };

/** What `/release WORDS` shows: the best releases with what matched in them, or an honest nothing. */
export function searchMessage(whole: SearchResult, { site }: Place): Message {
  const result = fitted(
    (limit) => shortResult(whole, limit),
    (short) => resultText(short, site),
  );
  const text = messageText(resultText(result, site));
  if (result.hits.length === 0)
    return { text, blocks: noMatchBlocks(result, whole.query.text, { site }) };
  return {
    text,
    blocks: [
      lead(SAY.found(result.hits.length, result.total, result.query.text)),
      ...hints(result),
      ...result.hits.flatMap((hit, place) => hitBlocks(hit, place, { site })),
    ],
  };
}

/** What was typed is repeated up to here. */
const QUERY_LIMIT = 100;

const shortResult = (result: SearchResult, limit: number): SearchResult => ({
  ...result,
  query: { ...result.query, text: clip(result.query.text, Math.min(limit, QUERY_LIMIT)) },
  didYouMean:
    result.didYouMean === undefined
      ? undefined
      : clip(result.didYouMean, Math.min(limit, QUERY_LIMIT)),
  problems: result.problems.map((problem) => clip(problem, limit)),
  nearest: result.nearest === undefined ? undefined : shortRelease(result.nearest, limit),
  hits: result.hits.map((hit) => ({
    ...hit,
    release: shortRelease(hit.release, limit),
    snippet: shortSnippet(hit.snippet, limit),
  })),
});

function shortSnippet({ text, marks }: Snippet, limit: number): Snippet {
  const short = clip(text, limit);
  return {
    text: short,
    marks: short === text ? marks : marks.filter(({ to }) => to < short.length),
  };
}

/** The whole reply as plain text: nothing that is seen is missing from it. */
function resultText(result: SearchResult, site: string | undefined): string {
  const { query, total, hits, nearest } = result;
  const hinted = hintTexts(result);
  return hits.length > 0
    ? [
        SAY.found(hits.length, total, query.text),
        ...hinted,
        ...hits.map(({ release, snippet }) => `${releaseText(release, site)}\n“${snippet.text}”`),
      ].join('\n')
    : [
        SAY.noMatch(query.text),
        ...hinted,
        ...(nearest === undefined ? [] : [`${SAY.nearest} ${releaseText(nearest, site)}`]),
        SAY.tryOther,
      ].join('\n');
}

/** Words that hold what somebody typed stand in rich text, where Slack reads no mark-up in them. */
const lead = (text: string): KnownBlock => richText(line(words(text, { bold: true })));

/** What could not be understood in the query, and what may have been meant. */
const hintTexts = ({ problems, didYouMean }: SearchResult): string[] => [
  ...problems,
  ...(didYouMean === undefined ? [] : [SAY.didYouMean(didYouMean)]),
];

const hints = (result: SearchResult): KnownBlock[] =>
  hintTexts(result).map((text) => richText(line(words(text))));

/** What `/release latest` shows. */
export function latestMessage(releases: readonly Release[], { site }: Place): Message {
  if (releases.length === 0) return { text: SAY.noReleases, blocks: [section(SAY.noReleases)] };
  const said = SAY.latest(releases.length);
  const textOf = (shown: readonly Release[]) =>
    [said, ...shown.map((release) => releaseText(release, site))].join('\n');
  const shown = fitted((limit) => releases.map((one) => shortRelease(one, limit)), textOf);
  return {
    text: messageText(textOf(shown)),
    blocks: [
      lead(said),
      ...shown.flatMap((release, place) => releaseBlocks(release, place, { site }, [])),
    ],
  };
}

function noMatchBlocks(result: SearchResult, typed: string, { site }: Place): KnownBlock[] {
  const { nearest, query } = result;
  return [
    lead(SAY.noMatch(query.text)),
    section(SAY.tryOther),
    ...hints(result),
    ...(nearest === undefined
      ? []
      : [section(SAY.nearest), ...releaseBlocks(nearest, 0, { site }, [])]),
    actions('search.ask', [
      button({
        id: ID.askButton,
        text: SAY.ask,
        style: 'primary',
        value: askValue(typed, nearest === undefined ? [] : [nearest.id]),
      }),
    ]),
  ];
}

const hitBlocks = ({ release, snippet }: SearchHit, place: number, where: Place): KnownBlock[] =>
  releaseBlocks(release, place, where, [quoted(...markedElements(snippet))]);

function releaseBlocks(
  release: Release,
  place: number,
  { site }: Place,
  snippet: readonly ReturnType<typeof quoted>[],
): KnownBlock[] {
  const value = releaseValue(release.id);
  const title = clip(release.title, 40);
  const shown = richText(
    line(titleElement(release, site), words(`\n${releaseFacts(release)}`)),
    ...snippet,
  );
  if (value === undefined) return [shown];
  return [
    shown,
    actions(`release.actions.${place}`, [
      button({ id: ID.readButton, text: SAY.read, value, label: `Read “${title}”` }),
      button({
        id: ID.contactsButton,
        text: SAY.contactsButton,
        value,
        label: `Contacts of “${title}”`,
      }),
      button({ id: ID.shareButton, text: SAY.share, value, label: `${SAY.share}: “${title}”` }),
    ]),
  ];
}

/** The words of a snippet, those that matched in bold. */
export function markedElements({ text, marks }: Snippet): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    if (from > at) elements.push(words(text.slice(at, from)));
    elements.push(words(text.slice(from, to), { bold: true }));
    at = to;
  }
  if (at < text.length) elements.push(words(text.slice(at)));
  return elements;
}
