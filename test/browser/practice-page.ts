import { existsSync } from 'node:fs';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { LocalSlack } from '../../src/practice/local-slack.ts';

/** Where Chromium is looked for, first the place that one names oneself. */
const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Starts Chromium; where there is none, says how to get it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = places.find((place) => place !== '' && existsSync(place));
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium found. Install it with "apt-get install chromium fonts-noto-color-emoji", or name yours: CHROMIUM=/path/to/chrome npm run test:browser',
    );
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text'],
  });
}

export type PracticeOptions = { readonly now?: () => Date };

/** A local Slack as it is built, with an app in it, served with its page. */
export async function openPractice(
  listen: (app: App) => void,
  { now = () => new Date('2026-03-02T02:00:00Z') }: PracticeOptions = {},
): Promise<{ slack: LocalSlack; close: () => Promise<void> }> {
  const built = new URL('../../dist/practice/', import.meta.url);
  const { openLocalSlack } = await import(new URL('local-slack.js', built).href);
  const { practiceWorld } = await import(new URL('world.js', built).href);
  const slack: LocalSlack = await openLocalSlack({
    world: practiceWorld,
    now,
    messagePaceMs: 0,
    // A machine that stalls is not what these tests are about.
    ackTimeoutMs: 30_000,
    triggerMs: 30_000,
  });
  const { botToken, signingSecret } = slack.world.app;
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({
    token: botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  listen(app);
  const server = await app.start(0);
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the app has no port');
  slack.deliverTo(`http://127.0.0.1:${address.port}/slack/events`);
  return {
    slack,
    close: async () => {
      await app.stop();
      await slack.close();
    },
  };
}

export type OpenPage = {
  readonly page: Page;
  /** What the console, the page or the network complained of. */
  readonly complaints: string[];
  /** Every address that was asked for. */
  readonly asked: string[];
};

export type Looks = {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly hash?: string;
  /** Whether the tour stands open, as it does for a newcomer. */
  readonly tour?: boolean;
  /** Pixels of the screen for each of the page's. */
  readonly scale?: number;
};

/** Opens the practice page and waits until the seats are there. */
export async function openPage(
  browser: Browser,
  url: string,
  {
    width = 1280,
    height = 860,
    colorScheme = 'light',
    hash = '',
    tour = false,
    scale = 1,
  }: Looks = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
    locale: 'en-SG',
  });
  if (!tour)
    await context.addInitScript(
      "localStorage.getItem('practice.tour') ?? localStorage.setItem('practice.tour', '{\"open\":false}')",
    );
  const page = await context.newPage();
  // Far longer than anything takes: what is slow only because the machine is must not fail.
  page.setDefaultTimeout(45_000);
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${url}${hash === '' ? '' : `#${hash}`}`);
  await page.locator('body[data-ready=yes]').waitFor();
  return { page, complaints, asked };
}
