/** More questions in one message are kept together in the last. */
const MAX_QUESTIONS = 10;
const MAX_CHARACTERS = 12_000;

const QUESTION_START =
  /^(?:and |also |then |plus |or )?(?:who|what|when|where|why|how|which|whose|is|are|was|were|will|does|do|did|has|have|had|can|could|should|would|may|any)\b/i;

/** What opens or closes a message and asks nothing. */
const COURTESY =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|dear\b[^.?!]*|thanks?(?: you)?(?: (?:so|very) much| in advance)?|many thanks|cheers|regards|best(?: regards)?|please|pls|team|all|there|quick ones?|a few (?:questions|qns)|(?:some |my |our )?(?:questions|qns|queries))[\s,.:!-]*$/i;

/**
 * The questions of one message, in order: numbered and bulleted lines, lines of their own, and sentences that end in a
 * question mark. What leads up to a question stays with it, so that "AI Singapore got funding. How much?" keeps its
 * subject. A message that asks one thing, or nothing that looks like a question, comes back whole.
 */
export function splitQuestions(message: string): string[] {
  const text = message.slice(0, MAX_CHARACTERS).replace(/\r\n?/g, '\n').trim();
  if (text === '') return [];
  const parts = text
    .split('\n')
    .flatMap((line) => piecesOf(line))
    .map(({ words, listed }) => ({ words: words.trim(), listed }))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words) && !COURTESY.test(words));

  const questions: string[] = [];
  let lead = '';
  for (const { words, listed } of parts) {
    if (listed || isQuestion(words)) {
      questions.push(lead === '' || listed ? words : `${lead} ${words}`);
      if (!listed) lead = '';
    } else lead = lead === '' ? words : `${lead} ${words}`;
  }
  if (questions.length < 2) return [text];
  // What follows the last question ("Need this by 5pm") belongs to the message, not to a question of its own.
  if (questions.length <= MAX_QUESTIONS) return questions;
  return [...questions.slice(0, MAX_QUESTIONS - 1), questions.slice(MAX_QUESTIONS - 1).join(' ')];
}

const isQuestion = (words: string): boolean =>
  /[?？]["'”’)]*$/.test(words) || (QUESTION_START.test(words) && words.split(/\s+/).length > 3);

const LIST_MARK = /^\s*(?:(?:q\s?)?\(?\d{1,2}[.):]|\(?[a-h]\)|[-*•–])\s+/i;

/** One line cut at its list mark, else after its question marks and full stops. */
function piecesOf(line: string): { words: string; listed: boolean }[] {
  const mark = LIST_MARK.exec(line);
  if (mark !== null) return [{ words: line.slice(mark[0].length), listed: true }];
  const inline = [...line.matchAll(/(?:^|\s)\(?(\d)[.)]\s+(?=\p{L})/gu)];
  if (inline.length >= 2 && inline.every((match, index) => Number(match[1]) === index + 1))
    return inline.map((match, index) => ({
      words: line.slice(match.index + match[0].length, inline[index + 1]?.index),
      listed: true,
    }));
  return line
    .split(/(?<=[?？])\s+|(?<=[.!])\s+(?=\p{Lu}|\d)/u)
    .map((words) => ({ words, listed: false }));
}
