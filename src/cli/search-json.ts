import { releaseUrl } from '../releases/release-url.ts';
import type { SearchResult } from '../search/search-result.ts';
import { contactJson } from './contact-json.ts';

/** What a look-up found, in the form that is fixed for `search --json`. */
export const searchJson = ({ query, total, hits }: SearchResult, site: string | undefined) => ({
  query: query.text,
  total,
  hits: hits.map(({ release, score, snippet }) => ({
    id: release.id,
    file: release.file,
    title: release.title,
    date: release.date?.day ?? null,
    kind: release.kind,
    url: releaseUrl(release, site) ?? null,
    score,
    snippet: snippet.text,
    contacts: release.contacts.map(contactJson),
  })),
});
