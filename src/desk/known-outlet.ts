import type { Desk } from './desk.ts';

/**
 * Whether desk.yml vouches for whom somebody writes for. `not-kept`: it names no outlets, or it is one of our own.
 * Somebody is `unknown` whose workspace it does not name, or who claims to write for another outlet than it says.
 */
export type OutletStanding = 'known' | 'unknown' | 'not-kept';

/** Told by the id of the workspace, never by what somebody is called or says of themselves. */
export function outletStanding(
  { outlets }: Pick<Desk, 'outlets'>,
  {
    workspace,
    claimed,
    isStaff,
  }: {
    readonly workspace: string;
    /** As they filled it in; empty where they named none. */
    readonly claimed: string;
    readonly isStaff: boolean;
  },
): OutletStanding {
  if (outlets.length === 0 || isStaff) return 'not-kept';
  const named = outlets.find((outlet) => outlet.workspace === workspace);
  if (named === undefined) return 'unknown';
  return claimed.trim() === '' || folded(claimed) === folded(named.name) ? 'known' : 'unknown';
}

const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\bthe\b|[^\p{L}\p{N}]+/gu, '');
