import type { HomeView, KnownBlock } from '@slack/types';
import { type Enquiry, ownerOf } from '../../enquiries/enquiry.ts';
import type { Release } from '../../releases/release.ts';
import type { SearchResult } from '../../search/search-result.ts';
import {
  clip,
  context,
  escapeMrkdwn,
  header,
  line,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { ID } from '../ids.ts';
import { SAY } from '../wording.ts';
import { deadlineText, statusText } from './enquiry-card.ts';
import { helpBlocks } from './help-message.ts';
import { latestMessage, searchMessage } from './search-message.ts';

type Home = {
  readonly site: string | undefined;
  readonly zone: string;
  readonly latest: readonly Release[];
  /** What the words in the search box found. */
  readonly result: SearchResult | undefined;
  /** Live enquiries, most urgent first; `undefined` for anyone who is not staff. */
  readonly enquiries: readonly Enquiry[] | undefined;
  readonly userId: string;
  /** For staff: what is wrong with the bot at this moment. */
  readonly trouble?: string | undefined;
};

/** The Home tab: only what its viewer may see, and of use to anyone who opens it. */
export const homeTab = ({
  site,
  zone,
  latest,
  result,
  enquiries,
  userId,
  trouble,
}: Home): HomeView => ({
  type: 'home',
  blocks: [
    header(SAY.homeTitle),
    ...(trouble === undefined ? [] : [section(`:warning: ${escapeMrkdwn(trouble)}`)]),
    ...helpBlocks(enquiries === undefined ? 'member' : 'staff'),
    {
      type: 'input',
      block_id: 'home.search',
      dispatch_action: true,
      optional: true,
      label: { type: 'plain_text', text: SAY.homeSearch },
      element: {
        type: 'plain_text_input',
        action_id: ID.homeSearch,
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
        placeholder: { type: 'plain_text', text: SAY.homeSearchPlaceholder },
      },
    },
    ...(result === undefined ? [] : withoutShare(searchMessage(result, { site }).blocks)),
    ...(enquiries === undefined ? [] : enquiryBlocks(enquiries, userId, zone)),
    ...(result === undefined ? withoutShare(latestMessage(latest, { site }).blocks) : []),
  ],
});

/** Home stands in no channel, so there is nowhere to share from it. */
const withoutShare = (blocks: readonly KnownBlock[]): KnownBlock[] =>
  blocks.map((block) =>
    block.type === 'actions'
      ? {
          ...block,
          elements: block.elements.filter(({ action_id }) => action_id !== ID.shareButton),
        }
      : block,
  );

const enquiryBlocks = (
  enquiries: readonly Enquiry[],
  userId: string,
  zone: string,
): KnownBlock[] => {
  const mine = enquiries.filter((enquiry) => ownerOf(enquiry) === userId);
  const others = enquiries.filter((enquiry) => ownerOf(enquiry) !== userId);
  return [
    header(SAY.homeMine),
    ...listed(mine, zone, SAY.homeNoneMine),
    header(SAY.homeOpen),
    ...listed(others, zone, SAY.homeNoneOpen),
  ];
};

const listed = (enquiries: readonly Enquiry[], zone: string, none: string): KnownBlock[] =>
  enquiries.length === 0
    ? [context(none)]
    : enquiries.map((enquiry) =>
        richText(
          line(
            words(enquiry.reference, { bold: true }),
            words(` · ${statusText(enquiry)} · ${deadlineText(enquiry, zone)}\n`),
            words(clip(enquiry.question.replaceAll('\n', ' '), 200)),
          ),
        ),
      );
