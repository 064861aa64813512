import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { type Looks, type OpenPage, openBrowser, openPage, openPractice } from './practice-page.ts';
import { listenAsSample } from './sample-app.ts';
import { seatOf } from './seat.ts';

type World = { readonly slack: LocalSlack; readonly close: () => Promise<void> };

/** A fresh practice workspace with the sample app for each test. */
export const practiceStage = () => stageWith(() => openPractice(listenAsSample));

/**
 * A fresh world for each test, in one browser. After each test it fails where a page complained in its console or asked
 * anybody but this machine.
 */
export function stageWith<Given extends World>(openWorld: () => Promise<Given>) {
  let browser: Browser;
  let practice: Given;
  let opened: OpenPage[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    practice = await openWorld();
  });
  afterEach(async () => {
    const own = practice.slack.url;
    const complaints = opened.flatMap((each) => each.complaints);
    const outside = opened
      .flatMap(({ asked }) => asked)
      .filter((url) => !url.startsWith(own) && !url.startsWith('data:'));
    for (const { page } of opened) await page.context().close();
    opened = [];
    await practice.close();
    expect(complaints, 'complaints in the console').toEqual([]);
    expect(outside, 'requests to the outside').toEqual([]);
  });

  return {
    world: () => practice,
    slack: () => practice.slack,
    open: async (looks?: Looks): Promise<Page> => {
      const page = await openPage(browser, practice.slack.url, looks);
      opened.push(page);
      return page.page;
    },
    seats: (page: Page) => ({
      staff: seatOf(page, 'staff'),
      journalist: seatOf(page, 'journalist'),
      contact: seatOf(page, 'contact'),
    }),
  };
}
