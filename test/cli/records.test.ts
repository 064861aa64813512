import { expect, test } from 'vitest';
import { enquiriesCommand, verifyCommand } from '../../src/cli/enquiries.ts';
import { exportCommand } from '../../src/cli/export.ts';
import { Complaint } from '../../src/cli/output.ts';
import { aDesk } from '../enquiries/a-desk.ts';
import { aFileStore } from './a-file-store.ts';
import { printed } from './printed.ts';

const twoEnquiries = () =>
  aFileStore(async (store) => {
    const desk = await aDesk(store);
    await desk.open({ outlet: '=cmd|calc' });
    await desk.open({ key: 'V2', question: 'Who leads it?' });
  });

test('enquiries is a table on a terminal, lines of JSON with --json, and a safe file with --csv', async () => {
  const env = await twoEnquiries();
  const shown = printed(80);
  await enquiriesCommand({}, shown.output, env);
  expect(shown.lines[0]).toMatch(/^Reference +State +Deadline +Outlet +Question$/);
  expect(shown.lines).toHaveLength(3);
  expect(Math.max(...shown.lines.map(({ length }) => length))).toBeLessThanOrEqual(100);

  const json = printed();
  await enquiriesCommand({ json: true, open: true }, json.output, env);
  expect(json.lines.map((line) => JSON.parse(line).reference).toSorted()).toEqual([
    'ME-26-0001',
    'ME-26-0002',
  ]);

  const csv = printed();
  await enquiriesCommand({ csv: true }, csv.output, env);
  expect(csv.lines.join('\n')).toContain(",'=cmd|calc,");
});

test('export prints JSON or a readable file, whole or redacted, and finds a reference in any case', async () => {
  const env = await twoEnquiries();
  const json = printed();
  expect(await exportCommand('me-26-0001', {}, json.output, env)).toBe(0);
  expect(JSON.parse(json.lines.join('\n'))).toMatchObject({
    chain: 'sound',
    enquiry: { reference: 'ME-26-0001' },
    timeline: [{ what: 'opened' }],
  });
  const md = printed();
  await exportCommand('ME-26-0001', { format: 'md', redact: true }, md.output, env);
  expect(md.lines.join('\n')).toMatch(/^# ME-26-0001 \(redacted\)\n/);
  expect(md.lines.join('\n')).not.toContain('Ada Tan');
  await expect(exportCommand('ME-26-0009', {}, md.output, env)).rejects.toThrow(Complaint);
});

test('verify says how many records hold', async () => {
  const { output, lines } = printed();
  expect(await verifyCommand({}, output, await twoEnquiries())).toBe(0);
  expect(lines).toEqual(['2 enquiries checked, 0 broken.']);
});
