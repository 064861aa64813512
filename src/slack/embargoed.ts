import { createHash } from 'node:crypto';
import type { AdvanceStore } from '../enquiries/advance-copy.ts';
import type { Notice } from '../enquiries/notice.ts';
import type { Release } from '../releases/release.ts';
import { type Message, plain } from './block-kit.ts';
import type { SlackDeps } from './deps.ts';
import type { Rendering } from './render-notice.ts';
import {
  advanceOfferMessage,
  advanceWord,
  embargoedList,
  embargoedMessage,
} from './views/embargo-views.ts';
import { plainMessage } from './views/plain-message.ts';
import { saidMessage } from './views/said-message.ts';
import { SAY } from './wording.ts';

/** Stands for a release and its version in buttons and notices, where its id would tell what it is about. */
export const markOfRelease = ({ id, version }: Pick<Release, 'id' | 'version'>): string =>
  createHash('sha256').update(`embargo ${id} ${version}`).digest('hex').slice(0, 32);

/** The release under embargo that a mark stands for; `undefined` once it is public, withdrawn or another version. */
export const embargoedBy = (embargoed: readonly Release[], mark: string): Release | undefined =>
  embargoed.find((release) => markOfRelease(release) === mark);

type Deps = Pick<SlackDeps, 'desk'> & {
  readonly embargoed: () => readonly Release[];
  readonly store: Pick<AdvanceStore, 'findAdvance'>;
};

type EmbargoNotice = Extract<Notice, { kind: 'embargoed' | 'advance-offer' | 'advance-word' }>;

/** Draws what is told of releases under embargo. */
export async function renderEmbargo(
  { desk, embargoed, store }: Deps,
  notice: EmbargoNotice,
): Promise<Rendering> {
  const { zone } = desk();
  if (notice.kind === 'embargoed')
    return embargoedBy(embargoed(), notice.mark) === undefined
      ? { kind: 'drop', reason: 'no longer under embargo' }
      : {
          kind: 'send',
          target: { channel: notice.userId },
          message: embargoedMessage(notice.mark),
        };
  const advance = await store.findAdvance(notice.advanceId);
  if (advance === undefined) return { kind: 'drop', reason: 'no such advance copy' };
  if (notice.kind === 'advance-offer')
    return {
      kind: 'send',
      target: { channel: notice.userId },
      message: advanceOfferMessage(advance, zone),
    };
  return {
    kind: 'send',
    target: { channel: notice.userId },
    message: saidMessage(plain(advanceWord(advance, notice.event, zone))),
  };
}

/** What is under embargo, for a member of staff who asks for it in private; nothing for anybody else. */
export async function answerEmbargoed(
  { people, embargoed }: Pick<SlackDeps, 'people'> & Pick<Deps, 'embargoed'>,
  userId: string,
): Promise<Message> {
  if ((await people.person(userId)).standing !== 'staff') return plainMessage(SAY.staffOnly);
  return embargoedList(embargoed().map((release) => ({ release, mark: markOfRelease(release) })));
}

/** Whether somebody asks for what is under embargo. */
export const asksForEmbargoed = (text: string): boolean => /^embargo(?:ed|es)?\W*$/i.test(text);
