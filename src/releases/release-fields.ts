import { z } from 'zod';
import { oneLine } from './clean-text.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Problem } from './problem.ts';
import type { ReleaseKind } from './release.ts';
import { releaseKinds } from './release-kind.ts';

const text = z
  .string()
  .transform(oneLine)
  .transform((value) => (value === '' || /^(?:null|~)$/i.test(value) ? undefined : value));
const texts = z
  .union([z.string().transform((value) => value.split(',')), z.array(z.string())])
  .transform((values) => values.map(oneLine).filter((value) => value !== ''));

/** Every field of front matter that means something here. A value of the wrong make is left out and reported. */
const fields = {
  title: text,
  permalink: text,
  date: text,
  external: text,
  file_url: text,
  variant: text,
  agency: text,
  note: text,
  kind: z
    .string()
    .transform((value) =>
      oneLine(value)
        .toLowerCase()
        .replace(/[\s_]+/g, '-'),
    )
    .pipe(z.enum(releaseKinds)),
  sectors: texts,
  supersedes: texts,
};

/** Fields that decide whether anybody may see the release: what cannot be read keeps the file hidden. */
const guards = {
  embargo: z.string().transform(oneLine),
  status: z
    .string()
    .transform((value) => oneLine(value).toLowerCase())
    .pipe(z.enum(['', 'published', 'corrected', 'withdrawn'])),
  published: z.string().transform((value) => oneLine(value).toLowerCase()),
};

export type ReleaseFields = {
  readonly title?: string;
  readonly permalink?: string;
  readonly date?: string;
  readonly external?: string;
  readonly file_url?: string;
  readonly variant?: string;
  readonly agency?: string;
  readonly note?: string;
  readonly kind?: ReleaseKind;
  readonly sectors?: readonly string[];
  /** Tags and categories, which may tell what the release is. */
  readonly labels: readonly string[];
  readonly supersedes?: readonly string[];
  readonly embargo?: string;
  readonly status?: 'published' | 'corrected' | 'withdrawn';
};

export type FieldsRead =
  | {
      readonly kind: 'fields';
      readonly fields: ReleaseFields;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'hidden'; readonly line: number; readonly reason: string };

/** Checks front matter field by field, so that one bad field never costs the others. */
export function readFields({ fields: raw, lineOf, repeated }: FrontMatter): FieldsRead {
  const problems: Problem[] = repeated.map(({ field, line }) => ({
    level: 'warning',
    line,
    message: `“${field}” is given twice; the first one counts. Remove one of them`,
  }));
  const read: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    if (!(name in raw)) continue;
    const outcome = schema.safeParse(raw[name]);
    if (outcome.success) read[name] = outcome.data;
    else problems.push({ level: 'warning', line: lineOf(name), message: advice(name) });
  }
  for (const [name, schema] of Object.entries(guards)) {
    if (!(name in raw)) continue;
    const outcome = schema.safeParse(raw[name]);
    if (!outcome.success) return { kind: 'hidden', line: lineOf(name), reason: advice(name) };
    read[name] = outcome.data;
  }
  if (read.published === 'false' || read.published === 'no')
    return {
      kind: 'hidden',
      line: lineOf('published'),
      reason: 'Not served since it says “published: false”',
    };
  if (read.status === '') read.status = undefined;
  read.labels = ['tags', 'tag', 'category'].flatMap(
    (name) => texts.safeParse(raw[name]).data ?? [],
  );
  return { kind: 'fields', fields: read as ReleaseFields, problems };
}

function advice(name: string): string {
  switch (name) {
    case 'kind':
      return `“kind” must be one of ${releaseKinds.join(', ')}; it is told from the folder instead`;
    case 'status':
      return 'Not served since “status” must be published, corrected or withdrawn';
    case 'embargo':
      return 'Not served since “embargo” is no instant: write it as 2026-03-01T10:00:00+08:00';
    default:
      return `“${name}” cannot be read: write it as plain text on one line`;
  }
}
