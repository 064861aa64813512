import type { HomeView, KnownBlock } from '@slack/types';
import { DateTime } from 'luxon';
import { timeWords } from '../../desk/deadline-words.ts';
import type { DutyTurn } from '../../desk/duty-ahead.ts';
import { type Enquiry, ownerOf } from '../../enquiries/enquiry.ts';
import type { Gap } from '../../enquiries/find-gaps.ts';
import type { Settings } from '../../enquiries/settings.ts';
import type { Shift } from '../../enquiries/shifts.ts';
import type { Release } from '../../releases/release.ts';
import type { SearchResult } from '../../search/search-result.ts';
import {
  actions,
  button,
  clip,
  context,
  escapeMrkdwn,
  header,
  line,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { ID, ShiftValue } from '../ids.ts';
import { SAY } from '../wording.ts';
import { turnLine } from './duty-messages.ts';
import { deadlineText, promiseText, statusText } from './enquiry-card.ts';
import { helpBlocks } from './help-message.ts';
import { settingsBlocks } from './home-settings.ts';
import { latestMessage, searchMessage } from './search-message.ts';

/** What only staff see. */
export type HomeDesk = {
  readonly userId: string;
  /** In which times are said to this viewer, and the desk's own. */
  readonly zone: string;
  readonly deskZone: string;
  readonly now: Date;
  /** Live enquiries, most urgent first. */
  readonly enquiries: readonly Enquiry[];
  /** Who is on duty now, and who comes next. */
  readonly turns: readonly DutyTurn[];
  /** A hand-over that nobody has accepted yet. */
  readonly handOver: Shift | undefined;
  /** How many corrections wait to be classed or signed off. */
  readonly corrections: number;
  /** What people asked in the last week and the releases do not answer. */
  readonly gaps: readonly Gap[];
  readonly settings: Settings;
  /** What is wrong with the bot at this moment. */
  readonly trouble?: string | undefined;
};

type Home = {
  readonly site: string | undefined;
  readonly latest: readonly Release[];
  /** What the words in the search box found. */
  readonly result: SearchResult | undefined;
  /** `undefined` for anyone who is not staff. */
  readonly desk: HomeDesk | undefined;
};

/** The Home tab: only what its viewer may see, and of use to anyone who opens it. */
export const homeTab = ({ site, latest, result, desk }: Home): HomeView => ({
  type: 'home',
  blocks: [
    header(SAY.homeTitle),
    ...(desk?.trouble === undefined ? [] : [section(`:warning: ${escapeMrkdwn(desk.trouble)}`)]),
    ...helpBlocks(desk === undefined ? 'member' : 'staff'),
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
    ...(desk === undefined ? [] : deskBlocks(desk)),
    ...(result === undefined ? withoutShare(latestMessage(latest, { site }).blocks) : []),
    ...(desk === undefined ? [] : settingsBlocks(desk.settings, desk.deskZone)),
  ],
});

const deskBlocks = (desk: HomeDesk): KnownBlock[] => [
  ...dutyBlocks(desk),
  ...(desk.corrections === 0 ? [] : [section(SAY.correctionWaitsDigest(desk.corrections))]),
  ...enquiryBlocks(desk),
  ...gapBlocks(desk),
];

/** Who has the desk; and, as long as nobody has accepted a hand-over, the button for it. */
const dutyBlocks = ({ turns, handOver, deskZone }: HomeDesk): KnownBlock[] => {
  const named = turns.filter(({ officer }) => officer !== undefined);
  return [
    header(SAY.dutyTitle),
    named.length === 0
      ? context(SAY.homeNoDuty)
      : richText(...turns.map((turn, place) => line(words(turnLine(turn, place).text)))),
    ...(handOver === undefined
      ? []
      : [
          section(
            escapeMrkdwn(
              SAY.homeHandOver(
                handOver.officer.name,
                timeWords(DateTime.fromJSDate(handOver.at, { zone: deskZone })),
              ),
            ),
          ),
          actions('home.duty', [
            button({
              id: ID.acceptShiftButton,
              text: SAY.shiftAccept,
              style: 'primary',
              value: ShiftValue.encode({ seq: handOver.seq }),
            }),
          ]),
        ]),
  ];
};

const gapBlocks = ({ gaps }: HomeDesk): KnownBlock[] =>
  gaps.length === 0
    ? []
    : [
        header(SAY.homeGaps),
        ...gaps.map(({ question, count }) =>
          richText(line(words(`${SAY.gapTimes(count)}: `), words(clip(question, 200)))),
        ),
      ];

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

const enquiryBlocks = (desk: HomeDesk): KnownBlock[] => {
  const { enquiries, userId } = desk;
  const mine = enquiries.filter((enquiry) => ownerOf(enquiry) === userId);
  const others = enquiries.filter((enquiry) => ownerOf(enquiry) !== userId);
  return [
    header(SAY.homeMine),
    ...listed(mine, desk, SAY.homeNoneMine),
    header(SAY.homeOpen),
    ...listed(others, desk, SAY.homeNoneOpen),
  ];
};

const listed = (
  enquiries: readonly Enquiry[],
  { zone, now }: HomeDesk,
  none: string,
): KnownBlock[] =>
  enquiries.length === 0
    ? [context(none)]
    : enquiries.map((enquiry) => {
        const promise = promiseText(enquiry, { zone, now });
        return richText(
          line(
            words(enquiry.reference, { bold: true }),
            words(
              ` · ${statusText(enquiry)} · ${deadlineText(enquiry, zone)}${promise === undefined ? '' : ` · ${promise}`}\n`,
            ),
            words(clip(enquiry.question.replaceAll('\n', ' '), 200)),
          ),
        );
      });
