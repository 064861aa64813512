import type { ReleaseKind } from './release.ts';

export const releaseKinds = [
  'press-release',
  'speech',
  'parliamentary-reply',
  'forum-reply',
  'announcement',
  'consultation',
  'publication',
  'news',
  'other',
] as const satisfies readonly ReleaseKind[];

const folders: readonly (readonly [RegExp, ReleaseKind])[] = [
  [/forum/, 'forum-reply'],
  [/parliament|\bpqs?\b|-q-&-a|committee-of-supply/, 'parliamentary-reply'],
  [/speech/, 'speech'],
  [/(?:press|media)-(?:release|statement)/, 'press-release'],
  [/consultation/, 'consultation'],
  [/announcement/, 'announcement'],
  [/\bnews-?(?:reports?|clips?|clippings?)\b/, 'news'],
  [/publication|newsletter|report|factsheet|magazine/, 'publication'],
  [/\bnews\b|article|stories|feature/, 'news'],
  [/event|visit|video|infographic|others/, 'other'],
];

/**
 * What a release is, by the name of its folder, else by its permalink or its tags; a file that lies in the releases folder itself
 * is a press release.
 *
 * @param file path relative to the releases folder
 * @param labels tags and categories of the front matter, for a folder whose name says nothing
 */
export function kindFromPlace(
  file: string,
  permalink: string | undefined,
  title: string,
  labels: readonly string[] = [],
): ReleaseKind {
  const places = [
    ...file.split('/').slice(0, -1).reverse(),
    ...(permalink ?? '').split('/').slice(0, -1).reverse(),
    ...labels,
  ];
  for (const place of places) {
    const name = place.toLowerCase().replace(/[\s_]+/g, '-');
    const found = folders.find(([pattern]) => pattern.test(name))?.[1];
    // A folder of parliamentary speeches holds written answers too.
    if (found === 'parliamentary-reply' && /speech/.test(name)) return spoken(title);
    if (found !== undefined) return found;
  }
  return file.includes('/') ? 'other' : 'press-release';
}

const spoken = (title: string): ReleaseKind =>
  /\b(?:repl(?:y|ies)|answers?|response|PQs?|parliamentary question)\b/i.test(title)
    ? 'parliamentary-reply'
    : 'speech';
