import { type TimeWord, word } from './time-word.ts';

const TAMIL_NUMBERS: Record<string, string> = {
  ஒரு: '1',
  ஒன்று: '1',
  இரண்டு: '2',
  மூன்று: '3',
  நான்கு: '4',
  ஐந்து: '5',
  ஆறு: '6',
  ஏழு: '7',
  எட்டு: '8',
  ஒன்பது: '9',
  பத்து: '10',
};

/** Words of time in Tamil. */
export const TAMIL: readonly TimeWord[] = [
  [
    new RegExp(`(?:${Object.keys(TAMIL_NUMBERS).join('|')})(?=\\s*(?:மணி|நிமிட))`, 'gu'),
    (number = '') => TAMIL_NUMBERS[number] ?? number,
  ],
  [/அரை மணி ?நேர[\p{L}\p{M}]*/gu, word('within 30 minutes')],
  [/(\d+)\s*மணி ?நேர[\p{L}\p{M}]*/gu, (_, hours = '') => ` within ${hours} hours `],
  [/(\d+)\s*நிமிட[\p{L}\p{M}]*/gu, (_, minutes = '') => ` within ${minutes} minutes `],
  [/(\d{1,2})\s*மணிக்குள்[\p{L}\p{M}]*/gu, (_, hour = '') => ` ${hour} o'clock latest `],
  [/(\d{1,2})\s*மணி(?:க்கு)? முன்[\p{L}\p{M}]*/gu, (_, hour = '') => ` ${hour} o'clock latest `],
  [
    /(\d{1,2}[.:]\d{2})\s*மணி(?:க்குள்)?[\p{L}\p{M}]*/gu,
    (_, hour = '') => ` ${hour.replace('.', ':')} latest `,
  ],
  [/(\d{1,2})\s*மணி[\p{L}\p{M}]*/gu, (_, hour = '') => ` ${hour} o'clock `],
  [/நாளை மறுநாள்/gu, word('the day after tomorrow')],
  [/இன்று இரவு/gu, word('tonight')],
  [/இன்று|இன்றைக்கு|இன்னைக்கு/gu, word('today')],
  [/நாளை(?:க்கு)?/gu, word('tomorrow')],
  [/நேற்று/gu, word('yesterday')],
  [/நள்ளிரவு/gu, word('midnight')],
  [/நண்பகல்/gu, word('noon')],
  [/காலை/gu, word('morning')],
  [/மதியம்|பிற்பகல்|மாலை|சாயங்காலம்/gu, word('afternoon')],
  [/இரவு|ராத்திரி/gu, word('night')],
  ...(
    [
      ['திங்கள்', 'திங்கட்', 'monday'],
      ['செவ்வாய்', 'செவ்வாய்', 'tuesday'],
      ['புதன்', 'புதன்', 'wednesday'],
      ['வியாழன்', 'வியாழ', 'thursday'],
      ['வெள்ளி', 'வெள்ளி', 'friday'],
      ['சனி', 'சனி', 'saturday'],
      ['ஞாயிறு', 'ஞாயிற்று', 'sunday'],
    ] as const
  ).map(
    ([name, stem, english]): TimeWord => [
      new RegExp(`(?:${stem}க்?\\s*கிழமை|${name})[\\p{L}\\p{M}]*`, 'gu'),
      word(english),
    ],
  ),
  [/தயவு ?செய்து/gu, word('please')],
  [/பதில்[\p{L}\p{M}]*/gu, word('reply')],
  [/தேவை|வேண்டும்/gu, word('need')],
  [/அவசரம்|உடனடியாக|விரைவில்/gu, word('asap')],
];
