import type { KnownBlock } from '@slack/types';
import { DateTime } from 'luxon';
import { timeWords } from '../../desk/deadline-words.ts';
import type { Correction, CorrectionNote, WordChange } from '../../enquiries/correction.ts';
import {
  actions,
  button,
  clip,
  context,
  escapeMrkdwn,
  line,
  type Message,
  messageText,
  quoted,
  richText,
  section,
  words,
} from '../block-kit.ts';
import { CorrectionValue, ID } from '../ids.ts';
import { SAY } from '../wording.ts';

export type CorrectionPlace = {
  readonly zone: string;
  /** Slack id of the officer on duty, if they are to sign it off. */
  readonly officer: string | undefined;
  /** Whether somebody other than who classed it must sign it off. */
  readonly second: boolean;
  /** Who was told, or is about to be. */
  readonly notes: readonly CorrectionNote[];
};

/** So many changed sentences are shown; of a rewritten release the others are counted. */
const MOST_CHANGES = 8;
const WORDS_LIMIT = 700;

/** The card of a correction in the desk's channel: what changed, who has the old words, and what is to be decided. */
export function correctionCard(correction: Correction, place: CorrectionPlace): Message {
  const lead = leadOf(correction);
  const changes = correction.changes.slice(0, MOST_CHANGES);
  const more = correction.changes.length - changes.length;
  const state = stateLines(correction, place);
  const plain = [
    lead,
    ...changes.flatMap(changeLines),
    ...(more > 0 ? [SAY.reportOthers(more)] : []),
    ...state,
  ].join('\n');
  return {
    text: messageText(plain.replaceAll('*', '')),
    blocks: [
      section(`*${escapeMrkdwn(lead)}*`),
      ...changes.flatMap(changeBlocks),
      ...(more > 0 ? [context(SAY.reportOthers(more))] : []),
      ...state.map((text) => section(text)),
      ...buttonsOf(correction),
    ],
  };
}

const isGone = ({ toVersion }: Correction): boolean => toVersion === 'withdrawn';

const leadOf = (correction: Correction): string =>
  isGone(correction)
    ? SAY.correctionWithdrawn(clip(correction.title, 200))
    : SAY.correctionTitle(clip(correction.title, 200));

const changeLines = ({ before, after }: WordChange): string[] => [
  `${SAY.was} “${clip(before, WORDS_LIMIT / 2)}”`,
  after === null ? SAY.noLonger : `${SAY.isNow} “${clip(after, WORDS_LIMIT / 2)}”`,
];

/** Old words and new, each under its name. */
export const changeBlocks = ({ before, after }: WordChange): KnownBlock[] => [
  richText(line(words(SAY.was)), quoted(words(clip(before, WORDS_LIMIT)))),
  after === null
    ? richText(line(words(SAY.noLonger)))
    : richText(line(words(SAY.isNow)), quoted(words(clip(after, WORDS_LIMIT)))),
];

/** In mrkdwn; nothing in them was typed by people. */
function stateLines(
  correction: Correction,
  { zone, officer, second, notes }: CorrectionPlace,
): string[] {
  const { status, people, channels, class: chosen, classedBy, classedAt } = correction;
  const at = (instant: Date | undefined) =>
    instant === undefined ? '' : timeWords(DateTime.fromJSDate(instant, { zone }));
  const classed =
    chosen === undefined || classedBy === undefined
      ? []
      : [
          SAY.correctionClassed(
            SAY.correctionClass[chosen].toLowerCase(),
            classedBy,
            at(classedAt),
          ),
        ];
  switch (status) {
    case 'asked':
      return [
        SAY.correctionWho(people, channels),
        isGone(correction) ? SAY.correctionAskGone : SAY.correctionAsk,
      ];
    case 'classed':
      return [
        ...classed,
        SAY.correctionPreview(people, channels),
        SAY.correctionSigner(officer, second),
      ];
    case 'quiet':
      return [...classed, SAY.correctionQuiet];
    case 'reverted':
      return [SAY.correctionReverted];
    case 'signed': {
      const told = notes.filter(({ isTold }) => isTold);
      return [
        ...classed,
        SAY.correctionSigned(correction.signedBy ?? 'desk', at(correction.signedAt)),
        SAY.correctionTold(
          told.filter(({ toldAt }) => toldAt !== undefined).length,
          told.length,
          told.filter(({ seen }) => seen !== undefined).length,
        ),
        ...told.flatMap(({ userId, failed, seen }) =>
          failed === undefined || seen !== undefined
            ? []
            : [SAY.correctionFailed(userId, failed.replaceAll('_', ' '))],
        ),
      ].slice(0, 20);
    }
  }
}

function buttonsOf(correction: Correction): KnownBlock[] {
  const { id, status, people } = correction;
  const value = CorrectionValue.encode({ correction: id });
  const classButton = (chosen: 'material' | 'minor' | 'format', text: string, isFirst = false) =>
    button({
      id: `${ID.classButton}.${chosen}`,
      text,
      value,
      ...(isFirst ? { style: 'primary' as const } : {}),
    });
  const isAsked = status === 'asked';
  const classes = isGone(correction)
    ? [
        ...(isAsked ? [classButton('material', SAY.correctionTell, true)] : []),
        classButton('format', SAY.correctionTellNobody),
      ]
    : [
        ...(isAsked ? [classButton('material', SAY.correctionClass.material, true)] : []),
        classButton('minor', SAY.correctionClass.minor),
        classButton('format', SAY.correctionClass.format),
      ];
  switch (status) {
    case 'asked':
      return [actions('correction.actions', classes)];
    case 'classed':
      return [
        actions('correction.actions', [
          button({
            id: ID.signButton,
            text: SAY.correctionSign(people),
            value,
            style: 'primary',
          }),
          ...classes,
        ]),
      ];
    case 'signed':
      return [
        actions('correction.actions', [
          button({ id: ID.unseenButton, text: SAY.correctionUnseen, value }),
        ]),
      ];
    case 'quiet':
    case 'reverted':
      return [];
  }
}
