import { expect, test } from 'vitest';
import { gapsCommand } from '../../src/cli/gaps.ts';
import { reportCommand } from '../../src/cli/report.ts';
import { aDesk } from '../enquiries/a-desk.ts';
import { aFileStore } from './a-file-store.ts';
import { printed } from './printed.ts';

const at = new Date('2026-11-20T10:00:00+08:00');
const now = '2026-11-25T10:00:00+08:00';

test('gaps lists what the releases do not answer, most frequent first, and no small talk', async () => {
  const env = await aFileStore(async (store) => {
    const said: [string, 'refusal' | 'not-helpful' | 'helpful'][] = [
      ['How much of the AI money goes to healthcare?', 'refusal'],
      ['how much AI money goes to healthcare', 'refusal'],
      ['Is there a night ferry to Pulau Ubin?', 'refusal'],
      ['thanks a lot', 'refusal'],
      ['Which sectors does the AI strategy cover?', 'helpful'],
    ];
    for (const [place, [question, kind]] of said.entries())
      await store.recordFeedback({ key: `K${place}`, kind, question, releases: [], at });
  });
  const { output, lines } = printed();
  expect(await gapsCommand({ json: true, limit: 20, now }, output, env)).toBe(0);
  const gaps = lines.map((line) => JSON.parse(line));
  expect(gaps.map(({ question, count }) => [question, count])).toEqual([
    ['How much of the AI money goes to healthcare?', 2],
    ['Is there a night ferry to Pulau Ubin?', 1],
  ]);
  expect(gaps[0].nearest.file).toMatch(/^2019-11-19/);

  const none = printed();
  await gapsCommand({ limit: 20, now, since: '2026-11-22' }, none.output, env);
  expect(none.lines).toEqual(['Since 22 Nov 2026 nobody asked what the releases do not answer.']);
});

test('report tells what came of a week', async () => {
  const env = await aFileStore(async (store) => {
    await (await aDesk(store)).open();
  });
  const { output, lines } = printed();
  await reportCommand({ week: '2026-03-04', now }, output, env);
  expect(lines.slice(0, 2)).toEqual([
    'Enquiries of the week 2 Mar to 8 Mar 2026',
    '1 asked, 0 answered, 1 still waiting.',
  ]);
  const json = printed();
  await reportCommand({ now: '2026-03-09T10:00:00+08:00', json: true }, json.output, env);
  expect(JSON.parse(json.lines[0] ?? '')).toMatchObject({ week: '2026-W10', all: { asked: 1 } });
});
