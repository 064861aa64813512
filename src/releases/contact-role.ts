import { isBrand, phraseKind, phrasesOf } from './contact-words.ts';

/** What is printed of a contact between the name and the numbers. */
export type Post = { readonly role: string | null; readonly organisation: string | null };

const kindsOf = (line: string) => phrasesOf(line).map((phrase) => phraseKind(phrase));
const isTitled = (line: string): boolean => kindsOf(line).includes('title');
const isOnlyDepartment = (line: string): boolean =>
  kindsOf(line).every((kind) => kind === 'department');
const isOrganisation = (line: string): boolean =>
  !isTitled(line) && kindsOf(line).includes('organisation') && kindsOf(line)[0] !== 'department';

const joined = (lines: readonly string[]): string | null =>
  lines.length === 0 ? null : lines.map((line) => line.replace(/[,;]+$/, '')).join(', ');

/** `Senior Manager Cyber Security Agency`: a title, and an organisation behind it without a comma. */
const sharedWithoutComma =
  /^((?:(?:senior|deputy|assistant|associate|executive|principal|group|general|corporate|communications?)\s+){0,4}(?:manager|director|executive|officer|lead|specialist|consultant|head))\s+(?!of\b|for\b|to\b|in\b|and\b|&|[,(–-])(.+)$/i;

const isBody = (phrase: string): boolean => {
  const kind = phraseKind(phrase);
  return kind === 'organisation' || kind === 'place' || isBrand(phrase);
};

/** `Land Office, Senior Manager`: the organisation stands before what somebody does there. */
const bodyFirst = (line: string): { role: string; organisation: string } | undefined => {
  const phrases = phrasesOf(line.replace(/\s+[–|-]\s+/g, ', '));
  const at = phrases.findIndex((phrase) => !isBody(phrase));
  const behind = phrases.slice(at);
  if (at < 1 || phraseKind(phrases[0] ?? '') === 'place') return undefined;
  if (phraseKind(behind[0] ?? '') !== 'title' || behind.some(isBody)) return undefined;
  return { role: behind.join(', '), organisation: phrases.slice(0, at).join(', ') };
};

/** Cuts one line that may hold both the role and the organisation. */
const cutLine = (line: string): { role: string | null; organisation: string | null } => {
  const leading = bodyFirst(line);
  if (leading !== undefined) return leading;
  const phrases = phrasesOf(line);
  const first = phraseKind(phrases[0] ?? '');
  const cut = phrases.findIndex(
    (phrase, at) => at > 0 && phraseKind(phrase) !== 'place' && phrases.slice(at).every(isBody),
  );
  if (cut > 0 && (first === 'title' || first === 'department'))
    return { role: phrases.slice(0, cut).join(', '), organisation: phrases.slice(cut).join(', ') };
  // Behind a department and a comma stands whose department it is.
  const [department, owner, ...more] = phrases;
  if (first === 'department' && more.length === 0 && phraseKind(owner ?? '') === 'unknown')
    return { role: department ?? null, organisation: owner ?? null };
  const shared = sharedWithoutComma.exec(line);
  if (shared?.[2] !== undefined && phraseKind(shared[2]) === 'organisation')
    return { role: shared[1] ?? null, organisation: shared[2] };
  return { role: line, organisation: null };
};

/** Joins lines that were broken behind a comma inside an organisation: `… Office,` / `Prime Minister’s Office`. */
const organisationFrom = (lines: readonly string[]): number => {
  let from = lines.length - 1;
  while (from > 0 && isOrganisation(lines[from - 1] ?? '')) from--;
  return from;
};

/**
 * Tells role and organisation apart in the lines between name and numbers. The organisation is the last line as a
 * rule; it may also stand first, share a line with the role, run over two lines, or be missing.
 */
export function readPost(printed: readonly string[]): Post {
  const lines = printed
    .map((line) => line.replace(/[,;]+$/, '').trim())
    .filter((line) => line !== '');
  const last = lines.at(-1);
  if (last === undefined) return { role: null, organisation: null };
  const above = lines.slice(0, -1);

  if (isTitled(last)) {
    const firstTitled = lines.findIndex(isTitled);
    const leading = lines.slice(0, firstTitled);
    if (leading.length > 0 && !leading.some(isOnlyDepartment))
      return { role: joined(lines.slice(firstTitled)), organisation: joined(leading) };
    const { role, organisation } = cutLine(last);
    return { role: joined([...above, ...(role === null ? [] : [role])]), organisation };
  }
  if (kindsOf(last)[0] === 'department') {
    const { role, organisation } = cutLine(last);
    if (organisation !== null)
      return { role: joined([...above, ...(role === null ? [] : [role])]), organisation };
    // An organisation before its department; or a department alone, or behind a title that has none yet.
    const leading = above.findIndex((line) => !isOrganisation(line));
    if (above.length > 0 && leading === -1) return { role: last, organisation: joined(above) };
    const described = above.some((line) => kindsOf(line).includes('department') && isTitled(line));
    if (isOnlyDepartment(last) && !described) return { role: joined(lines), organisation: null };
  }
  const from = organisationFrom(lines);
  return { role: joined(lines.slice(0, from)), organisation: joined(lines.slice(from)) };
}
