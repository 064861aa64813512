import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { answerQuestion } from '../answers/answer-question.ts';
import { answerText } from '../slack/views/answer-text.ts';
import { askJson } from './ask-json.ts';
import { type CommonOptions, clockOf, openDesk, openReleases } from './open-context.ts';
import { Complaint, type Output, type Status } from './output.ts';

const BatchLine = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

type Options = CommonOptions & { readonly batch?: string };

/** `media-desk ask QUESTION` and `media-desk ask --batch FILE` */
export async function askCommand(
  words: readonly string[],
  options: Options,
  { print }: Output,
): Promise<Status> {
  const now = clockOf(options);
  const desk = openDesk(options.desk);
  const index = await openReleases(options, desk, now);
  const answer = (question: string) =>
    answerQuestion(index, question, { now: now(), zone: desk.zone, sectors: desk.sectors });

  if (options.batch !== undefined) {
    for await (const { id, question } of batchLines(options.batch, BatchLine))
      print(JSON.stringify({ id, ...askJson(answer(question), desk.site) }));
    return 0;
  }
  const reply = answer(words.join(' '));
  print(
    options.json
      ? JSON.stringify(askJson(reply, desk.site))
      : answerText(reply, { site: desk.site, mobiles: true }),
  );
  return 0;
}

/**
 * Lines of a JSON Lines file, checked.
 *
 * @throws {Complaint} naming the line that is not as it should be
 */
export async function* batchLines<T extends z.ZodType>(
  file: string,
  schema: T,
): AsyncGenerator<z.infer<T>> {
  const stream = createReadStream(file);
  const failed = new Promise<never>((_, reject) =>
    stream.once('error', (error) => reject(new Complaint(`Cannot read ${file}: ${error.message}`))),
  );
  const opened = new Promise<void>((resolve) => stream.once('open', () => resolve()));
  await Promise.race([opened, failed]);
  let number = 0;
  const lines = createInterface({ input: stream })[Symbol.asyncIterator]();
  for (;;) {
    // A folder opens like a file and fails when it is read.
    const next = await Promise.race([lines.next(), failed]);
    if (next.done === true) return;
    number += 1;
    if (next.value.trim() === '') continue;
    yield checked(next.value, schema, `${file}:${number}`);
  }
}

function checked<T extends z.ZodType>(line: string, schema: T, place: string): z.infer<T> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Complaint(`${place}: this line is not JSON`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Complaint(`${place}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
}
