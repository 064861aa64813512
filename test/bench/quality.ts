import { answerQuestion } from '../../src/answers/answer-question.ts';
import { loadReleases } from '../../src/releases/load-releases.ts';
import { buildIndex } from '../../src/search/release-index.ts';
import type { SectorWords } from '../../src/search/sector-words.ts';
import { halfOf } from './halves.ts';
import { readQuestions } from './read-questions.ts';
import { type QuestionLine, scoreReply, shownBy, type Verdict } from './score-reply.ts';

/** One line of the questions file with what came of it. */
export type Outcome = {
  readonly line: QuestionLine;
  readonly kind: string;
  readonly verdict: Verdict;
  /** Chance, 0 to 1, that what is shown is right, as the reply has it. */
  readonly score: number;
  /** Place of the first right release among those the answer holds closest, from 1; 0 where it is not among ten. */
  readonly rank: number;
  /** Whether the first quote is of a right release. */
  readonly firstQuote: boolean;
  readonly ms: number;
};

/** Everyday words of the five sectors of 2019, as the shipped desk.yml has them. */
const sectors: readonly SectorWords[] = [
  { name: 'Transport and Logistics', words: ['bus', 'train', 'port', 'transport', 'freight'] },
  { name: 'Smart Cities and Estates', words: ['estate', 'housing', 'town'] },
  { name: 'Healthcare', words: ['hospital', 'clinic', 'doctor', 'nurse', 'patient'] },
  { name: 'Education', words: ['school', 'teacher', 'student', 'classroom'] },
  { name: 'Safety and Security', words: ['police', 'crime', 'border'] },
];

const now = new Date('2026-11-23T00:00:00Z');
const zone = 'Asia/Singapore';

const percent = (part: number, whole: number) =>
  whole === 0 ? '   –' : `${((100 * part) / whole).toFixed(0).padStart(3)}%`;

const count = (outcomes: readonly Outcome[], test: (outcome: Outcome) => boolean) =>
  outcomes.filter(test).length;

const isFirm = ({ kind }: Outcome) => kind === 'answered' || kind === 'contact';
const isRight = ({ verdict }: Outcome) => verdict === 'right';

/** One row of figures over some lines. */
const row = (name: string, outcomes: readonly Outcome[]): string => {
  const answerable = outcomes.filter(({ line }) => line.answerable);
  const rest = outcomes.filter(({ line }) => !line.answerable);
  const firm = outcomes.filter(isFirm);
  return [
    name.padEnd(16),
    String(outcomes.length).padStart(5),
    percent(count(answerable, isRight), answerable.length),
    percent(
      count(answerable, (one) => isFirm(one) && isRight(one)),
      answerable.length,
    ),
    percent(
      count(answerable, ({ verdict }) => verdict === 'wrong'),
      answerable.length,
    ),
    percent(
      count(answerable, ({ verdict }) => verdict === 'refused'),
      answerable.length,
    ),
    `${percent(count(firm, isRight), firm.length)} of ${String(firm.length).padStart(3)}`,
    percent(count(rest, isRight), rest.length),
    percent(
      count(answerable, ({ rank }) => rank === 1),
      answerable.length,
    ),
    percent(
      count(answerable, ({ rank }) => rank >= 1 && rank <= 3),
      answerable.length,
    ),
    percent(
      count(answerable, ({ rank }) => rank >= 1 && rank <= 5),
      answerable.length,
    ),
  ].join('  ');
};

const heading = `${'lines'.padEnd(16)}      n  right  firm  wrong refd firm: right   unansw  R@1   R@3   R@5`;

const groups = (outcomes: readonly Outcome[], of: (line: QuestionLine) => string): string[] =>
  [...new Set(outcomes.map(({ line }) => of(line)))].sort().map((name) =>
    row(
      name,
      outcomes.filter(({ line }) => of(line) === name),
    ),
  );

/** Of the quotes shown, how many are right at each level of confidence: the curve should climb along it. */
const calibration = (outcomes: readonly Outcome[]): string[] =>
  [0, 0.2, 0.4, 0.6, 0.8].map((from) => {
    const inside = outcomes.filter(
      ({ kind, score }) =>
        (kind === 'answered' || kind === 'unsure') && score >= from && score < from + 0.2,
    );
    const right = count(inside, ({ line, verdict }) => line.answerable && verdict === 'right');
    return `${from.toFixed(1)}–${(from + 0.2).toFixed(1)}  ${String(inside.length).padStart(4)} shown, ${percent(right, inside.length)} right`;
  });

/** Asks every line of a questions file and judges the replies. */
export const askAll = async (questions: string, releases: string): Promise<Outcome[]> => {
  const set = await loadReleases(releases, { zone });
  const index = await buildIndex(set.releases, {
    zone,
    sectors,
    now,
    pause: async () => undefined,
  });
  const lines = readQuestions(questions);
  for (const { question } of lines) answerQuestion(index, question, { now, zone, sectors });
  return lines.map((line) => {
    const from = performance.now();
    const answer = answerQuestion(index, line.question, { now, zone, sectors });
    const ms = performance.now() - from;
    const shown = shownBy(answer);
    const isGold = (file: string) => line.files.length === 0 || line.files.includes(file);
    const found =
      answer.closest ??
      index.findReleases(line.question, { now, limit: 10 }).map(({ release }) => release);
    return {
      line,
      kind: answer.kind,
      verdict: scoreReply(line, shown),
      score: answer.confidence ?? answer.score,
      rank: found.findIndex(({ file }) => isGold(file)) + 1,
      firstQuote: shown.quotes[0] !== undefined && isGold(shown.quotes[0].file),
      ms,
    };
  });
};

/**
 * Prints how well questions are answered over real releases: finding, right quotes, the three levels, by kind, by
 * style and by half, and whether confidence means what it says.
 *
 * @param args QUESTIONS RELEASES, and `--wrong` to list what went wrong
 */
export const benchQuality = async (args: readonly string[]): Promise<void> => {
  const [questions, releases] = args.filter((arg) => !arg.startsWith('--'));
  if (questions === undefined || releases === undefined)
    throw new Error('Say what to measure: quality QUESTIONS RELEASES');
  const outcomes = await askAll(questions, releases);
  const answerable = outcomes.filter(({ line }) => line.answerable);
  const mrr = answerable.reduce((sum, { rank }) => sum + (rank === 0 ? 0 : 1 / rank), 0);
  const times = outcomes.map(({ ms }) => ms).sort((one, other) => one - other);
  const shownAt = outcomes.filter(({ line, kind }) => line.off_topic && kind !== 'not-found');
  const print = [
    heading,
    row('all', outcomes),
    ...groups(outcomes, ({ id }) => halfOf(id)),
    '',
    ...groups(outcomes, ({ kind }) => kind),
    '',
    ...groups(outcomes, ({ style }) => style),
    '',
    `MRR@10 of releases ${(mrr / Math.max(1, answerable.length)).toFixed(3)}; first quote of a right release ${percent(
      count(answerable, ({ firstQuote }) => firstQuote),
      answerable.length,
    )}`,
    `off-topic lines quoted at: ${shownAt.length}`,
    `question p50 ${times[times.length >> 1]?.toFixed(1)} ms, p90 ${times[Math.floor(times.length * 0.9)]?.toFixed(1)} ms`,
    '',
    'confidence, and how much of it was right',
    ...calibration(outcomes),
  ];
  if (args.includes('--wrong'))
    for (const { line, kind, verdict, score } of outcomes)
      if (verdict !== 'right')
        print.push(`${line.id} ${kind} ${verdict} ${score.toFixed(2)} ${line.question}`);
  process.stdout.write(`${print.join('\n')}\n`);
};
