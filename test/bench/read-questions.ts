import { readFileSync } from 'node:fs';
import { type QuestionLine, questionLine } from './score-reply.ts';

/** Lines of a questions file. Throws with the line's number where one cannot be read. */
export const readQuestions = (path: string): QuestionLine[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [questionLine.parse(JSON.parse(line))];
      } catch (error) {
        throw new Error(
          `${path}:${at + 1}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    });
