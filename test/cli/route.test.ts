import { expect, test } from 'vitest';
import { routeCommand } from '../../src/cli/route.ts';
import { saidCommand } from '../../src/cli/said.ts';
import { printed } from './printed.ts';

const now = '2026-11-25T10:00:00+08:00';

test('route names who would be asked and why, for each question of a message', async () => {
  const { output, lines } = printed();
  const words = ['How much of the S$500 million goes to healthcare? Is there a ferry to Batam?'];
  expect(await routeCommand(words, { now, json: true }, output)).toBe(0);
  const [money, ferry] = lines.map((line) => JSON.parse(line));
  expect(money).toMatchObject({
    via: 'release',
    sector: 'Healthcare',
    to: [{ name: 'Goh Yu Chong' }, { name: 'Terry Lim' }],
  });
  expect(money.cited[0].file).toMatch(/^2019-11-19/);
  expect(ferry).toMatchObject({ cited: [], to: [], via: 'fallback' });
});

test('said lists the released sentences, each with its day', async () => {
  const { output, lines } = printed();
  await saidCommand(['S$500', 'million'], { now }, output);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^19 Nov 2019 {2}Singapore has invested over S\$500 million/);
});
