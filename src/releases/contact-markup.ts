import { parseFragment } from 'parse5';
import { oneLine } from './clean-text.ts';

/** An entity as a reader sees it, such as `&` for `&amp;`. */
const decodeEntity = (entity: string): string => {
  if (entity === '&nbsp;') return ' ';
  const [node] = parseFragment(entity).childNodes;
  return node !== undefined && 'value' in node ? node.value : entity;
};

const entities = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/gi;

/**
 * The printed words of a piece of a line: no tags, Markdown, escapes or entities, single blanks.
 * Underscores stay inside words, since addresses are full of them. Every expression runs in linear time.
 */
export const printedText = (source: string): string =>
  oneLine(/[<[\\*_&{]/.test(source) ? withoutMarkup(source) : source);

const withoutMarkup = (source: string): string =>
  source
    .replace(/<\/?[a-z][^<>]*>/gi, keepAddress)
    .replace(/!\[[^[\]]*\]\([^()]*\)/g, ' ')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\{:[^{}]*\}/g, '')
    // `A*STAR` keeps its star.
    .replace(/(?<![\\*])\*(?=\*)|(?<!\\)\*(?<!\p{L}\*(?=\p{L}))/gu, '')
    .replace(/(?<![\w\\@.])_{1,3}(?=\S)|(?<=[^\s\\_])_{1,3}(?![\w@.])/g, '')
    .replace(/\\\s*$/, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(entities, decodeEntity)
    // An editor that escapes what was escaped leaves `&amp;nbsp;`.
    .replace(entities, decodeEntity);

/** `<x@y.sg>` is an address that is printed, and no tag. */
const keepAddress = (tag: string): string =>
  /^<[^\s<>@]{1,64}@[^\s<>@]{1,253}>$/.test(tag) ? tag.slice(1, -1) : '';
