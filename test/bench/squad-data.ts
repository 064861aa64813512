import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Passage } from '../../src/releases/passage.ts';
import type { Release } from '../../src/releases/release.ts';
import { splitSentences } from '../../src/releases/split-sentences.ts';

const squad = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.string(),
              question: z.string(),
              is_impossible: z.boolean().default(false),
              answers: z.array(z.object({ text: z.string() })).default([]),
            }),
          ),
        }),
      ),
    }),
  ),
});

export type SquadQuestion = {
  readonly id: string;
  readonly question: string;
  readonly article: string;
  readonly passage: Passage;
  /** Texts of the answer; empty where there is none. */
  readonly answers: readonly string[];
};

export type SquadArticle = {
  readonly release: Release;
  readonly questions: readonly SquadQuestion[];
};

/** Articles of a SQuAD 2.0 file, each as a release with its paragraphs as passages. */
export const readSquad = (path: string): SquadArticle[] =>
  squad.parse(JSON.parse(readFileSync(path, 'utf8'))).data.map(({ title, paragraphs }) => {
    const passages: Passage[] = paragraphs.map(({ context }, at) => {
      const text = context.replace(/\s+/g, ' ').trim();
      return {
        kind: 'paragraph',
        text,
        sentences: splitSentences(text),
        heading: [],
        paragraph: undefined,
        intro: undefined,
        line: at + 1,
      };
    });
    const file = `${title}.md`;
    const release: Release = {
      id: title,
      file,
      title: title.replaceAll('_', ' '),
      date: undefined,
      kind: 'other',
      permalink: undefined,
      link: undefined,
      agency: undefined,
      sectors: [],
      language: 'en',
      passages,
      contacts: [],
      embargo: undefined,
      status: 'published',
      note: undefined,
      supersedes: [],
      version: createHash('sha256').update(title).digest('hex').slice(0, 12),
      problems: [],
    };
    const questions = paragraphs.flatMap(({ qas }, at) => {
      const passage = passages[at];
      return passage === undefined
        ? []
        : qas.map(({ id, question, is_impossible, answers }) => ({
            id,
            question,
            article: title,
            passage,
            answers: is_impossible
              ? []
              : answers.map(({ text }) => text.replace(/\s+/g, ' ').trim()),
          }));
    });
    return { release, questions };
  });
