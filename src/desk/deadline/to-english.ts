import { MALAY, MALAY_SIGNS } from './malay.ts';
import { MANDARIN } from './mandarin.ts';
import { type MappedText, replaceMapped } from './mapped-text.ts';
import { TAMIL } from './tamil.ts';

/**
 * Words of time in Mandarin, Malay and Tamil, put into the English that the grammar reads. Only words of time and of
 * asking: everything else is left as it stands. Whatever was read this way is read back as a question.
 */
export function toEnglish(mapped: MappedText): { mapped: MappedText; foreign: boolean } {
  const rules = [
    ...(/\p{Script=Han}/u.test(mapped.text) ? MANDARIN : []),
    ...(MALAY_SIGNS.test(mapped.text) ? MALAY : []),
    ...(/\p{Script=Tamil}/u.test(mapped.text) ? TAMIL : []),
  ];
  const english = rules.reduce((text, [pattern, put]) => replaceMapped(text, pattern, put), mapped);
  return { mapped: english, foreign: rules.length > 0 };
}
