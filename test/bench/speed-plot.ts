export type Bar = {
  readonly name: string;
  readonly value: number;
  /** A second value, shown as a tick. */
  readonly mark: number;
};

const WIDTH = 720;
const LEFT = 210;
const ROW = 30;
const TOP = 44;

/** A horizontal bar chart on a logarithmic scale, as SVG text. */
export const barChart = (title: string, bars: readonly Bar[]): string => {
  const values = bars.flatMap(({ value, mark }) => [value, mark]);
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  const x = (value: number) =>
    LEFT + ((Math.log10(value) - low) / (high - low || 1)) * (WIDTH - LEFT - 70);
  const height = TOP + bars.length * ROW + 24;
  const grid = Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step)).map(
    (value) =>
      `<line x1="${x(value)}" y1="${TOP - 8}" x2="${x(value)}" y2="${height - 22}" stroke="#ddd"/>` +
      `<text x="${x(value)}" y="${height - 8}" text-anchor="middle" fill="#666">${value}</text>`,
  );
  const rows = bars.map(({ name, value, mark }, index) => {
    const y = TOP + index * ROW;
    return (
      `<text x="${LEFT - 8}" y="${y + 13}" text-anchor="end">${name}</text>` +
      `<rect x="${LEFT}" y="${y}" width="${Math.max(1, x(value) - LEFT)}" height="18" fill="${index === 0 ? '#1264a3' : '#9bb4c7'}"/>` +
      `<line x1="${x(mark)}" y1="${y - 2}" x2="${x(mark)}" y2="${y + 20}" stroke="#444" stroke-width="2"/>` +
      `<text x="${x(Math.max(value, mark)) + 6}" y="${y + 13}">${value < 10 ? value.toFixed(2) : value.toFixed(0)}</text>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="13">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="12" y="22" font-size="15">${title}</text>`,
    ...grid,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
};
