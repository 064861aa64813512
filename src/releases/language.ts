const malay = new Set(
  'yang dan di ke untuk dengan ini itu tidak pada dalam adalah akan kami kita oleh dari telah juga boleh sebagai atau bagi mereka para lebih satu rakyat kerajaan negara'.split(
    ' ',
  ),
);

/**
 * ISO 639-1 of most of a text: `zh`, `ta`, `ms` or `en`. Chinese names in an English text do not make it Chinese, since
 * a character of Chinese is counted as half a word.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, 20_000);
  const han = count(sample, /\p{Script=Han}/gu) / 2;
  const tamil = count(sample, /\p{Script=Tamil}+/gu);
  const words = sample.toLowerCase().match(/[a-z]+/g) ?? [];
  if (han > words.length && han >= tamil) return 'zh';
  if (tamil > words.length) return 'ta';
  const isMalay =
    words.length >= 8 && words.filter((word) => malay.has(word)).length / words.length > 0.12;
  return isMalay ? 'ms' : 'en';
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
