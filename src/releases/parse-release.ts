import { createHash } from 'node:crypto';
import type { Block } from './block.ts';
import { cleanSource, oneLine, readable, withoutTemplating } from './clean-text.ts';
import { draftPassages } from './draft-passages.ts';
import { readEmbargo } from './embargo.ts';
import { readFileName } from './file-name.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { findHazard } from './hazard.ts';
import { languageOf } from './language.ts';
import type { Passage } from './passage.ts';
import { placePassages } from './place-passages.ts';
import type { Problem } from './problem.ts';
import { readBlocks, textsOf } from './read-blocks.ts';
import { readContacts } from './read-contacts.ts';
import { readHtml, readMarkdown } from './read-markdown.ts';
import type { Rejection, Release } from './release.ts';
import { readReleaseDate } from './release-date.ts';
import { type ReleaseFields, readFields } from './release-fields.ts';
import { kindFromPlace } from './release-kind.ts';
import { readTarget } from './release-target.ts';

export type ParseOutcome =
  | { readonly kind: 'parsed'; readonly release: Release }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/**
 * Understands one Markdown file. Total: whatever the file holds, a release or a reason comes back, in bounded time, and
 * nothing in the file is ever run.
 *
 * @param file path relative to the releases folder, with `/`
 * @param text the whole file
 */
export function parseRelease(file: string, text: string, { zone }: { zone: string }): ParseOutcome {
  const reject = (line: number, reason: string, hides = false): ParseOutcome => ({
    kind: 'rejected',
    rejection: hides ? { file, line, reason, hides } : { file, line, reason },
  });
  try {
    const hazard = findHazard(text);
    if (hazard) return reject(hazard.line, hazard.reason);
    const front = readFrontMatter(cleanSource(text));
    if (front.kind === 'broken') return reject(front.line, front.reason, speaksOfHiding(text));
    const read = readFields(front);
    if (read.kind === 'hidden') return reject(read.line, read.reason, true);
    const embargo =
      read.fields.embargo === undefined ? undefined : readEmbargo(read.fields.embargo, zone);
    if (read.fields.embargo !== undefined && embargo === undefined)
      return reject(
        front.lineOf('embargo'),
        `Not served since “embargo: ${read.fields.embargo.slice(0, 40)}” is no instant: write it as 2026-03-01T10:00:00+08:00`,
        true,
      );
    return {
      kind: 'parsed',
      release: understand(file, text, front, read.fields, embargo, read.problems),
    };
  } catch (error) {
    return reject(1, `Cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Whether front matter that cannot be read holds a line by which an editor may have meant to hide the release. */
const speaksOfHiding = (text: string): boolean =>
  /^[ \t]*["']?(?:embargo|status|published)["']?[ \t]*:/im.test(text.slice(0, 20_000));

function understand(
  file: string,
  text: string,
  front: FrontMatter,
  fields: ReleaseFields,
  embargo: Date | undefined,
  fieldProblems: readonly Problem[],
): Release {
  const problems: Problem[] = [...fieldProblems];
  const blocks = readBody(front, fields.variant);
  const { title, problem } = readTitle(file, fields.title, blocks, front.lineOf('title'));
  if (problem) problems.push(problem);

  const found = readContacts(front.body, front.bodyLine);
  const body = placePassages(draftPassages(blocks), { title, contactBlocks: found.blocks });
  const passages = [titlePassage(title, front.lineOf('title')), ...body];

  const target = readTarget(file, fields, front.lineOf, body.length === 0);
  const dated = readReleaseDate({
    file,
    frontMatter:
      fields.date === undefined ? undefined : { value: fields.date, line: front.lineOf('date') },
    opening: openingOf(blocks),
  });
  problems.push(...dated.problems, ...target.problems, ...found.problems);
  if (text.includes('\uFFFD'))
    problems.push({
      level: 'warning',
      line: text.slice(0, text.indexOf('\uFFFD')).split('\n').length,
      message: 'Some characters are lost: save the file as UTF-8',
    });

  return {
    id: target.id,
    file,
    title,
    date: dated.date,
    kind: fields.kind ?? kindFromPlace(file, target.permalink, title, fields.labels),
    permalink: target.permalink,
    link: target.link,
    agency: fields.agency,
    sectors: fields.sectors ?? [],
    language: languageOf(body.length > 0 ? body.map((passage) => passage.text).join(' ') : title),
    passages,
    contacts: found.contacts,
    embargo,
    status: fields.status ?? 'published',
    note: fields.note,
    supersedes: fields.supersedes ?? [],
    version: createHash('sha256').update(text).digest('hex').slice(0, 12),
    problems: problems.sort((one, other) => one.line - other.line),
  };
}

function readBody({ body, bodyLine }: FrontMatter, variant: string | undefined): Block[] {
  const source = withoutTemplating(body);
  return readBlocks(
    variant === 'tiptap' && isHtml(source)
      ? readHtml(source, bodyLine)
      : readMarkdown(source, bodyLine),
  );
}

/**
 * Whether a body said to come from the editor of web pages does: 15 of the 111 such files of the development releases
 * hold Markdown all the same, which read as HTML would be one endless paragraph.
 */
function isHtml(source: string): boolean {
  const pieces = source.split(/\n\s*\n/).filter((piece) => piece.trim() !== '');
  const tagged = pieces.filter((piece) =>
    /<\/?(?:p|h[1-6]|[ou]l|li|table|t[rdh]|div|section|figure|blockquote)\b/i.test(piece),
  );
  return tagged.length * 2 >= pieces.length && tagged.length > 0;
}

/** The title in front matter, else the first heading, else the file name in words. */
function readTitle(
  file: string,
  given: string | undefined,
  blocks: readonly Block[],
  line: number,
): { title: string; problem?: Problem } {
  const title = given === undefined ? '' : readable(given);
  if (title !== '') return { title };
  const heading = blocks.find((block) => block.kind === 'heading');
  const words = oneLine(readFileName(file).slug.replaceAll('-', ' '));
  return {
    title: heading?.kind === 'heading' ? heading.text : words === '' ? file : words,
    problem: { level: 'warning', line, message: 'No title: add “title: …” to the front matter' },
  };
}

const titlePassage = (title: string, line: number): Passage => ({
  kind: 'title',
  text: title,
  sentences: [{ from: 0, to: title.length }],
  heading: [],
  paragraph: undefined,
  intro: undefined,
  line,
});

/** The first few lines of a body, where a date may be printed. */
function openingOf(blocks: readonly Block[]): { text: string; line: number }[] {
  const lines: { text: string; line: number }[] = [];
  for (const block of blocks.slice(0, 5)) {
    if (block.kind === 'heading') lines.push({ text: block.text, line: block.line });
    else if (block.kind === 'text') lines.push(...block.lines);
    else
      lines.push(
        ...textsOf(block)
          .slice(0, 2)
          .map((text) => ({ text, line: 1 })),
      );
  }
  return lines.slice(0, 6);
}
