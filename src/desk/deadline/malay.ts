import { type TimeWord, word } from './time-word.ts';

/** Words that no English message has: without one of them, "jam" and "malam" are left alone. */
export const MALAY_SIGNS =
  /\b(?:pukul|petang|pagi|malam|esok|besok|sebelum|lusa|isnin|senin|rabu|khamis|jumaat|jumat|sabtu|ahad|hari ini|tengah ?hari|dalam masa|dalam tempoh|setengah jam|secepat mungkin|tarikh akhir|selewat)\b/;

const MALAY_NUMBERS =
  'satu dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas duabelas'.split(' ');

/** Words of time in Malay. */
export const MALAY: readonly TimeWord[] = [
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
