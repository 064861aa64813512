import type { Clock } from '../clock.ts';
import type { Follows } from '../enquiries/follows.ts';
import { SAY } from './wording.ts';

/** Words that begin, end or list the following of releases; `undefined` for anything else. */
export function readFollow(
  text: string,
): { readonly kind: 'follow' | 'unfollow' | 'following'; readonly query: string } | undefined {
  const [, word = '', query = ''] =
    /^(follow|unfollow|following)\b\s*(.{0,200})$/is.exec(text) ?? [];
  const kind = word.toLowerCase();
  if (kind === 'following' && query.trim() === '') return { kind, query: '' };
  if ((kind === 'follow' || kind === 'unfollow') && query.trim() !== '')
    return { kind, query: query.trim().replace(/\s+/g, ' ') };
  return undefined;
}

type Deps = {
  readonly store: Pick<Follows, 'follow' | 'unfollow' | 'following'>;
  readonly now: Clock;
  readonly newId: () => string;
};

/** Does what was asked, and says how it stands now. Asked twice, it changes nothing more. */
export async function changeFollows(
  { store, now, newId }: Deps,
  { kind, query }: NonNullable<ReturnType<typeof readFollow>>,
  { channel, userId }: { readonly channel: string; readonly userId: string },
): Promise<string> {
  switch (kind) {
    case 'follow':
      await store.follow({
        id: newId(),
        channel,
        query: query.toLowerCase(),
        userId,
        createdAt: now(),
      });
      return SAY.following(query);
    case 'unfollow':
      return (await store.unfollow(channel, query.toLowerCase())) === 'gone'
        ? SAY.unfollowed(query)
        : SAY.notFollowed(query);
    case 'following': {
      const follows = await store.following(channel);
      return follows.length === 0
        ? SAY.followsNothing
        : SAY.followsThese(follows.map((follow) => `“${follow.query}”`).join(', '));
    }
  }
}
