import type { RichTextElement } from '@slack/types';
import { dayText } from '../../releases/day-text.ts';
import type { Release } from '../../releases/release.ts';
import { releaseUrl } from '../../releases/release-url.ts';
import { clip, link, words } from '../block-kit.ts';
import { SAY } from '../wording.ts';

export const TITLE_LIMIT = 200;
const NOTE_LIMIT = 200;
/** A longer permalink is no address of ours that anybody could read out. */
const PERMALINK_LIMIT = 500;

/** The title of a release, a link to it where it can be read on the site. */
export function titleElement(release: Release, site: string | undefined): RichTextElement {
  const url = releaseUrl(release, site);
  const title = clip(release.title, TITLE_LIMIT);
  return url === undefined ? words(title, { bold: true }) : link(url, title, { bold: true });
}

/** A way to the site for where the title stands already; nothing where the site does not have it. */
export function siteElements(release: Release, site: string | undefined): RichTextElement[] {
  const url = releaseUrl(release, site);
  return url === undefined ? [] : [words(' · '), link(url, SAY.onSite)];
}

const kinds: Record<Release['kind'], string> = {
  'press-release': 'Press release',
  speech: 'Speech',
  'parliamentary-reply': 'Parliamentary reply',
  'forum-reply': 'Forum reply',
  announcement: 'Announcement',
  consultation: 'Consultation',
  publication: 'Publication',
  news: 'News',
  other: 'Document',
};

/** Kind, date and state of a release: `Press release · 19 Nov 2019 · corrected`. */
export const releaseFacts = ({ kind, date, status, note }: Release): string =>
  [
    kinds[kind],
    dayText(date?.day),
    ...(status === 'corrected'
      ? [note === undefined ? 'corrected' : `corrected: ${clip(note, NOTE_LIMIT)}`]
      : []),
  ].join(' · ');

/** One line of plain text for a release: title, facts and address. */
export function releaseText(release: Release, site: string | undefined): string {
  const url = releaseUrl(release, site);
  return `${clip(release.title, TITLE_LIMIT)} (${releaseFacts(release)})${url === undefined ? '' : ` ${url}`}`;
}

/** The same line where links can be shown, with what stands before it: nobody reads a long address twice. */
export const releaseLine = (release: Release, site: string | undefined, lead = '') => {
  const before = lead === '' ? '' : `${lead} `;
  return {
    text: `${before}${releaseText(release, site)}`,
    shown: [
      words(before),
      titleElement(release, site),
      words(` · ${releaseFacts(release)}`),
    ].filter((element) => element.type !== 'text' || element.text !== ''),
  };
};

/** The same release with no text of its own longer than `limit`, for where room is short. */
export const shortRelease = (release: Release, limit: number): Release => ({
  ...release,
  title: clip(release.title, Math.min(limit, TITLE_LIMIT)),
  note: release.note === undefined ? undefined : clip(release.note, Math.min(limit, NOTE_LIMIT)),
  permalink: (release.permalink?.length ?? 0) > PERMALINK_LIMIT ? undefined : release.permalink,
  link: (release.link?.length ?? 0) > PERMALINK_LIMIT ? undefined : release.link,
});
