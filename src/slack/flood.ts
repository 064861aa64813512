import type { Clock } from '../clock.ts';

/** How many questions one may put in a minute, at once or spread over it. */
export type FloodLimits = {
  readonly person: number;
  /** All people in one channel together. */
  readonly channel: number;
};

export const usualLimits: FloodLimits = { person: 20, channel: 60 };

/** `told`: too many, and that has been said already. */
export type Verdict = 'welcome' | 'too-many' | 'told';

type Bucket = { tokens: number; at: number; isTold: boolean };

const MINUTE_MS = 60_000;
/** Buckets remembered; a full one says nothing and is forgotten first. */
const MOST_BUCKETS = 10_000;

/**
 * Keeps anyone from keeping the bot from others: a bucket of questions for each person and each channel, which fills
 * again over a minute. Who overdoes it is told once, until the bucket has something in it again.
 */
export function openFlood(now: Clock, limits: FloodLimits = usualLimits) {
  const buckets = new Map<string, Bucket>();

  const bucketOf = (name: string, most: number): Bucket => {
    const at = now().getTime();
    const known = buckets.get(name) ?? { tokens: most, at, isTold: false };
    const filled = Math.max(0, at - known.at) * (most / MINUTE_MS);
    const bucket = { ...known, tokens: Math.min(most, known.tokens + filled), at };
    buckets.delete(name);
    buckets.set(name, bucket);
    if (buckets.size > MOST_BUCKETS) {
      const [longestUnused] = buckets.keys();
      if (longestUnused !== undefined) buckets.delete(longestUnused);
    }
    return bucket;
  };

  return {
    /** Whether a question may be answered now. */
    judge({ user, channel }: { readonly user: string; readonly channel: string }): Verdict {
      const asked = [
        bucketOf(`person ${user}`, limits.person),
        bucketOf(`channel ${channel}`, limits.channel),
      ];
      const empty = asked.filter(({ tokens }) => tokens < 1);
      if (empty.length === 0) {
        for (const bucket of asked) {
          bucket.tokens -= 1;
          bucket.isTold = false;
        }
        return 'welcome';
      }
      const isTold = empty.every((bucket) => bucket.isTold);
      for (const bucket of empty) bucket.isTold = true;
      return isTold ? 'told' : 'too-many';
    },
  };
}

export type Flood = ReturnType<typeof openFlood>;
