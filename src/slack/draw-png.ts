import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { CHART_FONT } from './views/report-chart.ts';

/** The machine's own fonts are not asked: a server may have none, and the picture should look alike on each. */
const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`),
);

/** Twice the size that it is drawn for, so that it is sharp on every screen. */
const ZOOM = 2;

/** Draws an SVG as a PNG, with nothing but the fonts that come along. */
export const drawPng = (svg: string): Buffer =>
  new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: CHART_FONT },
  })
    .render()
    .asPng();
