import type { Release } from './release.ts';
import { releaseUrl } from './release-url.ts';

/**
 * The release that an address leads to, however it was copied: with or without `www.`, a slash at the end, or what
 * sites and mails hang behind `?` and `#`.
 *
 * @param releases those that may be seen now; no other is ever found
 */
export function releaseAt(
  url: string,
  releases: readonly Release[],
  site: string | undefined,
): Release | undefined {
  const wanted = placeOf(url);
  if (wanted === undefined) return undefined;
  return releases.find((release) => {
    const at = releaseUrl(release, site);
    return at !== undefined && placeOf(at) === wanted;
  });
}

function placeOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`;
}
