import { type TimeWord, word } from './time-word.ts';

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

/** Words of time in Mandarin, in simplified and in traditional characters. */
export const MANDARIN: readonly TimeWord[] = [
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
