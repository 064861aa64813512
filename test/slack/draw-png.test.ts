import { expect, test } from 'vitest';
import type { NamedFigures, WeeklyReport } from '../../src/enquiries/weekly-report.ts';
import { drawPng } from '../../src/slack/draw-png.ts';
import { reportChart, reportChartAlt } from '../../src/slack/views/report-chart.ts';

const HOUR_MS = 60 * 60_000;
const zone = 'Asia/Singapore';

const figures = (name: string, asked: number, answered: number): NamedFigures => ({
  name,
  asked,
  answered,
  waiting: asked - answered,
  medianFirstReplyMs: answered === 0 ? undefined : 2 * HOUR_MS,
  deadlinesMet: answered,
  deadlinesMissed: asked - answered,
  promisesLateMs: [],
  promisesBroken: 0,
});

const aReport = (bySector: NamedFigures[], byOutlet: NamedFigures[]): WeeklyReport => ({
  from: new Date('2026-11-16T00:00:00+08:00'),
  to: new Date('2026-11-23T00:00:00+08:00'),
  all: figures('', 14, 11),
  bySector,
  byOutlet,
});

const week = aReport(
  [figures('Healthcare', 9, 8), figures('Education', 5, 3)],
  [figures('La Bitácora', 8, 6), figures('Harbour Times', 6, 5)],
);

/** Width and height stand in the first chunk of a PNG. */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

test('the chart of a week is a PNG of a size to be read on any screen', () => {
  const png = drawPng(reportChart(week, zone));
  expect(png.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'));
  expect(sizeOf(png).width).toBe(1920);
  expect(sizeOf(png).height).toBeGreaterThan(500);
});

test('words are drawn, though the machine may have no fonts', () => {
  const drawn = (name: string) =>
    drawPng(reportChart(aReport([figures(name, 9, 8)], []), zone)).length;
  expect(drawn('A long name of a sector')).toBeGreaterThan(drawn('A') + 500);
});

test('every figure of the picture stands in its description', () => {
  const alt = reportChartAlt(week, zone);
  expect(alt).toContain('16 Nov to 22 Nov 2026');
  expect(alt).toContain('14 asked, 11 answered, 3 still waiting');
  expect(alt).toContain('11 of 14 deadlines met');
  expect(alt).toContain('Healthcare 9 (8 answered), Education 5 (3 answered)');
  expect(alt).toContain('La Bitácora 8 (6 answered)');
});

test('what people typed as their outlet neither breaks the picture nor draws in it', () => {
  const hostile = '<script>&"]]>\u0000\ud800‮ \u{1F600}</text><rect width="960" height="900"/>';
  const svg = reportChart(aReport([], [figures(hostile, 3, 1)]), zone);
  expect(svg).not.toContain('<script');
  expect(svg.match(/<rect/g)).toHaveLength(5);
  expect(drawPng(svg).length).toBeGreaterThan(1000);
});

test('a bar is as long as its number, and many groups do not overflow the page', () => {
  const many = Array.from({ length: 30 }, (_, at) => figures(`Outlet ${at}`, 30 - at, 1));
  const svg = reportChart(aReport([], many), zone);
  expect(svg).toContain('and 22 more.');
  expect(svg).not.toContain('Outlet 9');
  const widths = [...svg.matchAll(/<rect x="250" [^>]*width="([\d.]+)"[^>]*fill="#b9cde4"/g)];
  expect(widths.map(([, width]) => Number(width))).toEqual(
    many.slice(0, 8).map(({ asked }) => asked * 12),
  );
});
