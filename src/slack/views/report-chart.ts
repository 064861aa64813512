import { DateTime } from 'luxon';
import type { Figures, NamedFigures, WeeklyReport } from '../../enquiries/weekly-report.ts';
import { clip, plain } from '../block-kit.ts';
import { SAY } from '../wording.ts';
import { durationText } from './report-text.ts';

/** So many sectors and outlets are drawn; the others stand in the text. */
const DRAWN = 8;
const WIDTH = 960;
const MARGIN = 32;
const ROW = 30;
/** Where the bars begin and end, and where what is said of first replies and deadlines stands. */
const BARS = { from: 250, to: 610 };
const REPLY_AT = 660;
const DEADLINE_AT = 800;

/** Told apart by lightness as well as by hue, on white, by whoever sees no colours. */
const COLOUR = { ink: '#1d1c1d', quiet: '#5b5a5c', asked: '#b9cde4', answered: '#1f4e79' };

/** The font that it is drawn in, which whoever draws it must have. */
export const CHART_FONT = 'DejaVu Sans';

/** A picture of the week: volume, first reply, deadlines met, by sector and outlet, every figure written beside its bar. */
export function reportChart(report: WeeklyReport, zone: string): string {
  const parts: string[] = [text(MARGIN, 48, titleOf(report, zone), { size: 22, bold: true })];
  parts.push(...tiles(report.all));
  let top = 190;
  const most = Math.max(1, ...[...report.bySector, ...report.byOutlet].map(({ asked }) => asked));
  for (const [lead, groups] of [
    [SAY.reportBySector, report.bySector],
    [SAY.reportByOutlet, report.byOutlet],
  ] as const) {
    parts.push(...groupHead(lead.replace(/:$/, ''), top));
    const shown = groups.slice(0, DRAWN);
    shown.forEach((group, place) => {
      parts.push(...row(group, top + 36 + place * ROW, most));
    });
    const more = groups.length - shown.length;
    if (more > 0)
      parts.push(
        text(MARGIN, top + 36 + shown.length * ROW + 14, SAY.reportOthers(more), {
          size: 13,
          colour: COLOUR.quiet,
        }),
      );
    top += 36 + (shown.length + (more > 0 ? 1 : 0)) * ROW + 34;
  }
  parts.push(...legend(top));
  const height = top + 28;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${CHART_FONT}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

/** The same in words, for whoever does not see it. */
export function reportChartAlt(report: WeeklyReport, zone: string): string {
  const { all } = report;
  const named = (groups: readonly NamedFigures[]) =>
    groups
      .slice(0, DRAWN)
      .map(({ name, asked, answered }) => `${name} ${asked} (${answered} answered)`)
      .join(', ');
  return clip(
    plain(
      [
        `${SAY.chartOf} ${titleOf(report, zone)}.`,
        SAY.reportVolume(all.asked, all.answered, all.waiting),
        ...(all.medianFirstReplyMs === undefined
          ? []
          : [SAY.reportFirstReply(durationText(all.medianFirstReplyMs))]),
        deadlines(all),
        `${SAY.reportBySector} ${named(report.bySector)}.`,
        `${SAY.reportByOutlet} ${named(report.byOutlet)}.`,
      ].join(' '),
    ),
    1000,
  );
}

function titleOf({ from, to }: WeeklyReport, zone: string): string {
  const day = (at: Date) => DateTime.fromJSDate(at, { zone }).setLocale('en-GB');
  return SAY.reportTitle(
    day(from).toFormat('d LLL'),
    day(to).minus({ days: 1 }).toFormat('d LLL yyyy'),
  );
}

/** The four figures of the week, large. */
function tiles(all: Figures): string[] {
  const due = all.deadlinesMet + all.deadlinesMissed;
  const figures: [string, string][] = [
    [String(all.asked), SAY.chartAsked],
    [String(all.answered), SAY.chartAnswered],
    [
      all.medianFirstReplyMs === undefined ? '–' : durationText(all.medianFirstReplyMs),
      SAY.chartFirstReply,
    ],
    [due === 0 ? '–' : `${all.deadlinesMet} of ${due}`, SAY.chartDeadlines],
  ];
  const width = (WIDTH - 2 * MARGIN) / figures.length;
  return figures.flatMap(([figure, name], place) => {
    const left = MARGIN + place * width;
    return [
      text(left, 112, figure, { size: 30, bold: true, colour: COLOUR.answered }),
      text(left, 138, name, { size: 14, colour: COLOUR.quiet }),
    ];
  });
}

const groupHead = (lead: string, top: number): string[] => [
  text(MARGIN, top + 6, lead, { size: 16, bold: true }),
  text(REPLY_AT, top + 6, SAY.chartFirstReply, { size: 13, colour: COLOUR.quiet }),
  text(DEADLINE_AT, top + 6, SAY.chartDeadlines, { size: 13, colour: COLOUR.quiet }),
];

function row(group: NamedFigures, top: number, most: number): string[] {
  const { name, asked, answered, medianFirstReplyMs } = group;
  const scale = (BARS.to - BARS.from) / most;
  const due = group.deadlinesMet + group.deadlinesMissed;
  return [
    text(MARGIN, top + 14, clip(plain(name).replace(/\s+/g, ' ').trim(), 26), { size: 14 }),
    bar(top, asked * scale, COLOUR.asked),
    bar(top, Math.min(answered, asked) * scale, COLOUR.answered),
    text(BARS.from + asked * scale + 8, top + 14, `${answered} of ${asked}`, { size: 13 }),
    text(
      REPLY_AT,
      top + 14,
      medianFirstReplyMs === undefined ? '–' : durationText(medianFirstReplyMs),
      { size: 13 },
    ),
    text(DEADLINE_AT, top + 14, due === 0 ? '–' : `${group.deadlinesMet} of ${due}`, {
      size: 13,
    }),
  ];
}

const legend = (top: number): string[] => [
  `<rect x="${MARGIN}" y="${top - 11}" width="14" height="14" fill="${COLOUR.answered}"/>`,
  text(MARGIN + 20, top, SAY.chartAnswered, { size: 13, colour: COLOUR.quiet }),
  `<rect x="${MARGIN + 130}" y="${top - 11}" width="14" height="14" fill="${COLOUR.asked}"/>`,
  text(MARGIN + 150, top, SAY.chartAsked, { size: 13, colour: COLOUR.quiet }),
];

const bar = (top: number, width: number, colour: string): string =>
  `<rect x="${BARS.from}" y="${top}" width="${round(width)}" height="18" fill="${colour}"/>`;

const deadlines = ({ deadlinesMet: met, deadlinesMissed: missed }: Figures): string =>
  met + missed === 0 ? SAY.reportNoDeadlines : SAY.reportDeadlines(met, met + missed);

type Style = { readonly size: number; readonly bold?: boolean; readonly colour?: string };

const text = (x: number, y: number, said: string, { size, bold, colour }: Style): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${bold === true ? ' font-weight="700"' : ''} fill="${colour ?? COLOUR.ink}">${escapeXml(said)}</text>`;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Outlets are typed by people: nothing of theirs may become mark-up, nor stop the drawing. */
const escapeXml = (said: string): string =>
  plain(said)
    .replace(/[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
