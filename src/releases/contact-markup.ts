import { parseFragment } from 'parse5';

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
  source
    .replace(/<\/?[a-z][^<>]*>/gi, (tag) =>
      /^<[^\s<>@]{1,64}@[^\s<>@]{1,253}>$/.test(tag) ? tag.slice(1, -1) : '',
    )
    .replace(/!\[[^[\]]*\]\([^()]*\)/g, ' ')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\{:[^{}]*\}/g, '')
    .replace(/(?<!\\)\*/g, '')
    .replace(/(?<![\w\\@.])_{1,3}(?=\S)|(?<=[^\s\\_])_{1,3}(?![\w@.])/g, '')
    .replace(/\\$/, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(entities, decodeEntity)
    .replace(entities, decodeEntity)
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
