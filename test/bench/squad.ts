import { readSquad } from './squad-data.ts';
import { measureRetrieval } from './squad-retrieval.ts';

const percent = (share: number) => (100 * share).toFixed(1);

/** How well SQuAD's paragraphs are found: `squad [SQUAD-JSON]`. */
export const benchSquad = async (args: string[]): Promise<void> => {
  const [path = '../shared/data/squad.json'] = args;
  const articles = readSquad(path);
  const { questions, first, amongFive, mrrAtTen, p50 } = measureRetrieval(articles);
  const paragraphs = articles.reduce((sum, { release }) => sum + release.passages.length, 0);
  process.stdout.write(
    `${articles.length} articles, ${paragraphs} paragraphs, ${questions} answerable questions\n` +
      `Paragraph found: R@1 ${percent(first)}, R@5 ${percent(amongFive)}, MRR@10 ${mrrAtTen.toFixed(3)}, ` +
      `p50 ${p50.toFixed(2)} ms\n`,
  );
};
