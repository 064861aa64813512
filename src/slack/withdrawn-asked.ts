import type { Release } from '../releases/release.ts';
import { releaseUrl } from '../releases/release-url.ts';
import type { SlackDeps } from './deps.ts';
import { type GoneDeps, goneWords } from './gone-words.ts';
import { SAY } from './wording.ts';

type Deps = GoneDeps & Pick<SlackDeps, 'index'>;

/**
 * What is said to somebody who asks for a withdrawn release by its whole title or its link.
 *
 * @returns `undefined` where nothing may be said of it, or where another release of that title can be seen: then the
 *   words are searched for like any others
 */
export async function withdrawnAsked(deps: Deps, typed: string): Promise<string | undefined> {
  const { site } = deps.desk();
  const asked = deps
    .withdrawn()
    .filter((release) => isTitleOf(release, typed) || isLinkOf(release, typed, site));
  if (asked.length === 0) return undefined;
  const shown = deps.index().releases(deps.now());
  if (shown.some((one) => isTitleOf(one, typed) || isLinkOf(one, typed, site))) return undefined;
  for (const { id } of asked) {
    const said = await goneWords(deps, id);
    if (said !== SAY.gone) return said;
  }
  return undefined;
}

/** What is said in the form for a question about releases of which some were withdrawn meanwhile. */
export async function withdrawnCited(
  deps: GoneDeps,
  cited: readonly string[],
): Promise<string | undefined> {
  const said = await Promise.all([...new Set(cited)].map((id) => goneWords(deps, id)));
  const days = [...new Set(said.filter((words) => words !== SAY.gone))];
  return days.length === 0 ? undefined : days.join(' ');
}

const isTitleOf = ({ title }: Release, typed: string): boolean => {
  const words = letters(typed);
  return words !== '' && words === letters(title);
};

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** A link is its address on the desk's own site, or the path of it. */
const isLinkOf = (release: Release, typed: string, site: string | undefined): boolean => {
  const link = bare(typed);
  return (
    link.includes('/') &&
    [release.permalink, releaseUrl(release, site)].some(
      (address) => address !== undefined && bare(address) === link,
    )
  );
};

/** An address without what may differ between two copies of it. */
const bare = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
