import { type MappedText, replaceMapped } from './mapped-text.ts';

type Rule = readonly [RegExp, (...groups: string[]) => string];

const word = (english: string) => (): string => ` ${english} `;

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

const HAN_DIGITS = '零一二三四五六七八九';

/** 十一 is 11, 二十五 is 25, 两 is 2. */
const hanNumber = (text: string): number => {
  const digits = text.replaceAll('两', '二').replaceAll('〇', '零');
  const [tens, ones] = digits.includes('十') ? digits.split('十') : ['零', digits];
  return (
    (tens === '' ? 1 : Math.max(0, HAN_DIGITS.indexOf(tens ?? ''))) * 10 +
    Math.max(0, HAN_DIGITS.indexOf(ones === '' || ones === undefined ? '零' : ones))
  );
};

const HAN_WEEKDAYS: Record<string, string> = {
  一: 'monday',
  二: 'tuesday',
  三: 'wednesday',
  四: 'thursday',
  五: 'friday',
  六: 'saturday',
  日: 'sunday',
  天: 'sunday',
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const TRADITIONAL = '點兩後週禮時鐘號請覆盡內這沒個發記會馬應後間夜裡期';
const SIMPLIFIED = '点两后周礼时钟号请复尽内这没个发记会马应后间夜里期';

const minutesAfterHour: Record<string, string> = { 半: '30', 一刻: '15', 三刻: '45' };

const MANDARIN: readonly Rule[] = [
  [
    new RegExp(`[${TRADITIONAL}]`, 'gu'),
    (traditional = '') => SIMPLIFIED[TRADITIONAL.indexOf(traditional)] ?? traditional,
  ],
  [/[。!？]/gu, (mark = '') => (mark === '？' ? '? ' : '. ')],
  [/，|、/gu, () => ', '],
  [
    /(?:下个?(?:星期|周|礼拜))([一二三四五六日天])/gu,
    (_, day = '') => ` ${HAN_WEEKDAYS[day]} next week `,
  ],
  [
    /(?:(?:这|本)个?)(?:星期|周|礼拜)([一二三四五六日天])/gu,
    (_, day = '') => ` this ${HAN_WEEKDAYS[day]} `,
  ],
  [/(?:星期|周|礼拜)([一二三四五六日天])/gu, (_, day = '') => ` ${HAN_WEEKDAYS[day]} `],
  [/下个?(?:星期|周|礼拜)/gu, word('next week')],
  [/周末/gu, word('weekend')],
  [
    /[零一二两三四五六七八九十]{1,3}(?=个?(?:半)?(?:点|时|号|日|月|小时|钟头|分|天))/gu,
    (han = '') => String(hanNumber(han)),
  ],
  [
    /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]?/gu,
    (_, year = '', month = '', day = '') =>
      ` ${day} ${MONTHS[Number(month) - 1] ?? 'month'} ${year} `,
  ],
  [/(\d{1,2})号/gu, (_, day = '') => ` on the ${day}th `],
  [/半个?(?:小时|钟头)(?:之内|以内|内|后)/gu, word('within 30 minutes')],
  [/(\d+)个?半(?:小时|钟头)(?:之内|以内|内|后)/gu, (_, hours = '') => ` within ${hours}.5 hours `],
  [/(\d+)个?(?:小时|钟头)(?:之内|以内|内|后)/gu, (_, hours = '') => ` within ${hours} hours `],
  [/(\d+)分钟?(?:之内|以内|内|后)/gu, (_, minutes = '') => ` within ${minutes} minutes `],
  [/大后天/gu, word('in 3 days')],
  [/后天/gu, word('the day after tomorrow')],
  [/明早/gu, word('tomorrow morning')],
  [/明晚/gu, word('tomorrow evening')],
  [/今早/gu, word('this morning')],
  [/今晚/gu, word('tonight')],
  [/今[天日]/gu, word('today')],
  [/明[天日]/gu, word('tomorrow')],
  [/昨[天日晚]/gu, word('yesterday')],
  [/中午12点/gu, word('12 noon')],
  [/中午(?=[12]点)/gu, word('afternoon')],
  [/中午/gu, word('noon')],
  [/午夜|半夜12点/gu, word('midnight')],
  [/凌晨|清晨|早上|上午|早晨/gu, word('morning')],
  [/下午|午后/gu, word('afternoon')],
  [/傍晚|晚上|晚间|夜里|夜间/gu, word('night')],
  [/(1[3-9]|2[0-4])点(?!\d|半|一刻|三刻)钟?/gu, (_, hour = '') => ` ${hour}:00 `],
  [
    /(\d{1,2})点(半|一刻|三刻)/gu,
    (_, hour = '', part = '') => ` ${hour}:${minutesAfterHour[part] ?? '00'} `,
  ],
  [
    /(\d{1,2})点(\d{1,2})分?/gu,
    (_, hour = '', minute = '') => ` ${hour}:${minute.padStart(2, '0')} `,
  ],
  [/(\d{1,2})点(?:正|整|钟)?/gu, (_, hour = '') => ` ${hour} o'clock `],
  [/下班(?:之|以)?前/gu, word('cob')],
  [/没有(?:期限|截止|时限)|不急|不赶/gu, word('no deadline')],
  [/尽快|马上|立刻|立即|越快越好|急需/gu, word('asap')],
  [/(?:之|以)?前/gu, word('latest')],
  [/截止|截稿|期限|最迟|最晚|死线/gu, word('deadline')],
  [/不用|不需要?|不必/gu, word('no need')],
  [/(?:回复|答复|回应|回答|答案)/gu, word('reply')],
  [/需要|我要|想要/gu, word('need')],
  [/请|麻烦/gu, word('please')],
  [/发布会|记者会/gu, word('press conference')],
  [/左右|大约|大概/gu, word('around')],
  [/新加坡时间/gu, word('singapore time')],
  [/北京时间/gu, word('beijing time')],
  [/伦敦时间/gu, word('london time')],
];

/** Words that no English message has: without one of them, "jam" and "malam" are left alone. */
const MALAY_SIGNS =
  /\b(?:pukul|petang|pagi|malam|esok|besok|sebelum|lusa|isnin|senin|rabu|khamis|jumaat|jumat|sabtu|ahad|hari ini|tengah ?hari|dalam masa|dalam tempoh|setengah jam|secepat mungkin|tarikh akhir|selewat)\b/;

const MALAY_NUMBERS =
  'satu dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas duabelas'.split(' ');

const MALAY: readonly Rule[] = [
  [/\bdua belas\b/g, () => '12'],
  [
    new RegExp(`\\b(?:${MALAY_NUMBERS.join('|')})\\b`, 'g'),
    (number = '') => String(MALAY_NUMBERS.indexOf(number) + 1),
  ],
  [/\b(?:dalam (?:masa |tempoh )?)?setengah jam(?: lagi)?\b/g, word('within 30 minutes')],
  [/\bdalam (?:masa |tempoh )?(\d+) jam\b/g, (_, hours = '') => ` within ${hours} hours `],
  [/\bdalam (?:masa |tempoh )?(\d+) minit\b/g, (_, minutes = '') => ` within ${minutes} minutes `],
  [/\b(\d+) jam lagi\b/g, (_, hours = '') => ` within ${hours} hours `],
  [
    /\b(?:tiada tarikh akhir|tidak segera|tak urgent|tak perlu tergesa-gesa)\b/g,
    word('no deadline'),
  ],
  [/\b(?:selewat-lewatnya|paling lewat)\b/g, word('latest by')],
  [/\b(?:tarikh akhir|tarikh tutup)\b/g, word('deadline')],
  [/\b(?:segera|secepat mungkin)\b/g, word('asap')],
  [/\b(?:tak|tidak) perlu\b/g, word('no need')],
  [/\b(?:sebelum|menjelang)\b/g, word('before')],
  [/\b(?:pukul|jam)\s*(\d{1,2}) setengah\b/g, (_, hour = '') => ` at ${hour}:30 `],
  [/\b(?:pukul|jam)(?=\s*\d)/g, word('at')],
  [/\b12 tengah ?hari\b/g, word('12 noon')],
  [/(?<=\d )tengah ?hari\b/g, word('afternoon')],
  [/\btengah ?hari\b/g, word('noon')],
  [/\b12 tengah malam\b|\btengah malam\b/g, word('midnight')],
  [/\bmalam ini\b/g, word('tonight')],
  [/\b(?:pagi ini)\b/g, word('this morning')],
  [/\b(?:petang ini)\b/g, word('this afternoon')],
  [/\bpagi\b/g, word('morning')],
  [/\b(?:petang|sore)\b/g, word('afternoon')],
  [/\bmalam\b/g, word('night')],
  [/\bhari ini\b/g, word('today')],
  [/\b(?:esok|besok)\b/g, word('tomorrow')],
  [/\blusa\b/g, word('the day after tomorrow')],
  [/\b(?:semalam|kelmarin)\b/g, word('yesterday')],
  [/\bminggu depan\b/g, word('next week')],
  [
    /\b(?:hari )?(isnin|senin|selasa|rabu|khamis|kamis|jumaat|jumat|sabtu|ahad)( depan)?\b/g,
    (_, day = '', next = '') =>
      ` ${next === '' ? '' : 'next '}${MALAY_WEEKDAYS[day.slice(0, 3)] ?? ''} `,
  ],
  [
    /(?<=\d )(januari|februari|mac|mei|jun|julai|ogos|oktober|disember)\b/g,
    (month = '') => ` ${MALAY_MONTHS[month.slice(0, 3)] ?? month} `,
  ],
  [/\b(?:tolong|sila|harap|mohon)\b/g, word('please')],
  [/\b(?:jawab|jawapan|balas|balasan|maklum balas)\b/g, word('reply')],
  [/\b(?:perlukan|perlu|mahu|mahukan|nak)\b/g, word('need')],
  [/\bwaktu singapura\b/g, word('singapore time')],
  [/\bsidang (?:media|akhbar)\b/g, word('press conference')],
];

const MALAY_WEEKDAYS: Record<string, string> = {
  isn: 'monday',
  sen: 'monday',
  sel: 'tuesday',
  rab: 'wednesday',
  kha: 'thursday',
  kam: 'thursday',
  jum: 'friday',
  sab: 'saturday',
  aha: 'sunday',
};

const MALAY_MONTHS: Record<string, string> = {
  jan: 'jan',
  feb: 'feb',
  mac: 'mar',
  mei: 'may',
  jun: 'jun',
  jul: 'jul',
  ogo: 'aug',
  okt: 'oct',
  dis: 'dec',
};

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

const TAMIL: readonly Rule[] = [
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
    ([name, stem, english]): Rule => [
      new RegExp(`(?:${stem}க்?\\s*கிழமை|${name})[\\p{L}\\p{M}]*`, 'gu'),
      word(english),
    ],
  ),
  [/தயவு ?செய்து/gu, word('please')],
  [/பதில்[\p{L}\p{M}]*/gu, word('reply')],
  [/தேவை|வேண்டும்/gu, word('need')],
  [/அவசரம்|உடனடியாக|விரைவில்/gu, word('asap')],
];
