/** What a tour writes into a form whose fields are called so; the first that fits is taken. */
const entries: readonly (readonly [RegExp, string])[] = [
  [/outlet|write for|publication|organisation/i, 'La Bitácora'],
  [/deadline|when|by what time/i, 'tomorrow 2pm'],
  [/reach|contact|phone|e-?mail/i, 'nuria@la-bitacora.example'],
  [/question/i, 'What is the AI budget for 2026?'],
  [
    /reply|answer|message|text|statement/i,
    'Thank you for asking. The budget for 2026 has not been announced; we will write to you on the day it is.',
  ],
];

/** The words for a field of this label, or `null` where it may stay empty. */
export const entryFor = (label: string): string | null =>
  entries.find(([pattern]) => pattern.test(label))?.[1] ?? null;
