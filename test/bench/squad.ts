import { measureOutOfCorpus, measureSentences } from './squad-answers.ts';
import { readSquad } from './squad-data.ts';
import { measureRetrieval } from './squad-retrieval.ts';

const percent = (share: number) => (100 * share).toFixed(1);

/** How well SQuAD's paragraphs and answering sentences are found, and strange questions told: `squad [SQUAD-JSON]`. */
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
  const sentences = measureSentences(articles);
  const strange = measureOutOfCorpus(articles);
  process.stdout.write(
    `Answering sentence, of the five best paragraphs: first ${percent(sentences.first)}, among three ` +
      `${percent(sentences.amongThree)}, oracle ${percent(sentences.oracle)}, share of the oracle ` +
      `${(sentences.first / sentences.oracle).toFixed(3)}\n` +
      `Article not indexed: AUROC ${strange.auroc.toFixed(3)} (by confidence ${strange.aurocOfConfidence.toFixed(3)}), let through where 80 % are kept ` +
      `${percent(strange.wrongAtEighty)} %\n`,
  );
};
