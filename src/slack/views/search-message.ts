import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Release } from '../../releases/release.ts';
import type { SearchHit, SearchResult, Snippet } from '../../search/search-result.ts';
import {
  actions,
  button,
  clip,
  escapeMrkdwn,
  line,
  type Message,
  messageText,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { AskValue, encodeQuestion, ID, ReleaseValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { releaseFacts, releaseText, titleElement } from './release-line.ts';

type Place = { readonly site: string | undefined };

/** What `/release WORDS` shows: the best releases with what matched in them, or an honest nothing. */
export function searchMessage(result: SearchResult, { site }: Place): Message {
  const query = clip(result.query.text, 100);
  if (result.hits.length === 0) return noMatchMessage(result, query, { site });
  const lead = SAY.found(result.hits.length, result.total, query);
  return {
    text: messageText(
      [
        lead,
        ...result.hits.map(
          ({ release, snippet }) => `${releaseText(release, site)}\n“${snippet.text}”`,
        ),
      ].join('\n'),
    ),
    blocks: [
      section(`*${escapeMrkdwn(lead)}*`),
      ...didYouMean(result),
      ...result.hits.flatMap((hit, place) => hitBlocks(hit, place, { site })),
    ],
  };
}

/** What `/release latest` shows. */
export function latestMessage(releases: readonly Release[], { site }: Place): Message {
  if (releases.length === 0) return { text: SAY.noReleases, blocks: [section(SAY.noReleases)] };
  const lead = SAY.latest(releases.length);
  return {
    text: messageText([lead, ...releases.map((release) => releaseText(release, site))].join('\n')),
    blocks: [
      section(`*${lead}*`),
      ...releases.flatMap((release, place) => releaseBlocks(release, place, { site }, [])),
    ],
  };
}

function noMatchMessage(result: SearchResult, query: string, { site }: Place): Message {
  const { nearest } = result;
  return {
    text: messageText(
      [
        SAY.noMatch(query),
        ...(result.didYouMean === undefined ? [] : [SAY.didYouMean(result.didYouMean)]),
        ...(nearest === undefined ? [] : [`${SAY.nearest} ${releaseText(nearest, site)}`]),
        SAY.tryOther,
      ].join('\n'),
    ),
    blocks: [
      section(`*${escapeMrkdwn(SAY.noMatch(query))}*\n${SAY.tryOther}`),
      ...didYouMean(result),
      ...(nearest === undefined
        ? []
        : [section(SAY.nearest), ...releaseBlocks(nearest, 0, { site }, [])]),
      actions('search.ask', [
        button({
          id: ID.askButton,
          text: SAY.ask,
          style: 'primary',
          value: encodeQuestion(
            (q) =>
              AskValue.encode({
                q,
                cited: nearest === undefined ? [] : [nearest.id.slice(0, 400)],
              }),
            result.query.text,
          ),
        }),
      ]),
    ],
  };
}

const didYouMean = ({ didYouMean: words }: SearchResult): KnownBlock[] =>
  words === undefined ? [] : [section(escapeMrkdwn(SAY.didYouMean(words)))];

const hitBlocks = ({ release, snippet }: SearchHit, place: number, where: Place): KnownBlock[] =>
  releaseBlocks(release, place, where, [quoted(...markedElements(snippet))]);

function releaseBlocks(
  release: Release,
  place: number,
  { site }: Place,
  snippet: readonly ReturnType<typeof quoted>[],
): KnownBlock[] {
  const value = ReleaseValue.encode({ id: release.id });
  const title = clip(release.title, 40);
  return [
    richText(line(titleElement(release, site), words(`\n${releaseFacts(release)}`)), ...snippet),
    actions(`release.actions.${place}`, [
      button({ id: ID.readButton, text: SAY.read, value, label: `Read “${title}”` }),
      button({
        id: ID.contactsButton,
        text: SAY.contactsButton,
        value,
        label: `Contacts of “${title}”`,
      }),
      button({ id: ID.shareButton, text: SAY.share, value, label: `Share “${title}”` }),
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
