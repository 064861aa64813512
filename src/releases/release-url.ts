import type { Release } from './release.ts';

/**
 * Where a release can be read: its permalink on the press office's own site, else the page or document that an empty
 * post points to.
 *
 * @param site address of the press office's site, such as `https://www.smartnation.gov.sg`
 * @returns an absolute http(s) address; `undefined` where there is none, or where a permalink would lead off the site
 */
export function releaseUrl(
  { permalink, link }: Pick<Release, 'permalink' | 'link'>,
  site: string | undefined,
): string | undefined {
  if (permalink !== undefined && site !== undefined) return onSite(permalink, site);
  if (link === undefined) return undefined;
  return /^https?:\/\//i.test(link) ? link : site === undefined ? undefined : onSite(link, site);
}

/** A permalink such as `//evil.example/x` is a path to the eye and another host to a browser. */
function onSite(path: string, site: string): string | undefined {
  if (!URL.canParse(path, site)) return undefined;
  const url = new URL(path, site);
  return url.origin === new URL(site).origin ? url.href : undefined;
}
