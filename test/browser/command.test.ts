import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBrowser, openPage } from './practice-page.ts';
import { seatOf } from './seat.ts';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

let folder: string;
let child: ChildProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'media-desk-'));
  for (const each of ['releases', 'desk.yml'])
    cpSync(each, join(folder, each), { recursive: true });
});
afterEach(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Starts `media-desk practice` and waits for the address that it prints. */
function start(): Promise<string> {
  child = spawn(process.execPath, [command, 'practice'], {
    cwd: folder,
    env: { ...process.env, PORT: '0', SLACK_BOT_TOKEN: '', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (part) => {
      printed += part;
      const [, address] = /open (http:\S+)/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`it ended before it began: ${printed}`)));
  });
}

test('media-desk practice opens where it says, and stops at once with the page open', async () => {
  const browser = await openBrowser();
  try {
    const { page } = await openPage(browser, await start());
    const staff = seatOf(page, 'staff');
    await staff.say('/release AI strategy');
    await staff.message('Only visible to you').waitFor();
    const asked = performance.now();
    child.kill('SIGTERM');
    const [status] = await once(child, 'exit');
    // Two seconds when nothing else is going on. An open page must not hold it up for longer than a moment.
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(status).toBe(0);
  } finally {
    await browser.close();
  }
});
