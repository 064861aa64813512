import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type Looks, openBrowser, openPage } from './practice-page.ts';
import { openRealOffice } from './real-office.ts';
import { seatOf } from './seat.ts';

const MOST_BYTES = 300_000;

/**
 * Plays the stories in the practice workspace, as it is built, and takes the pictures that the README shows.
 *
 * @returns the names of the files, in the order taken
 * @throws {Error} where one is too heavy for a page that people wait for
 */
export async function takePictures(folder: string): Promise<string[]> {
  const office = await openRealOffice();
  const browser = await openBrowser();
  mkdirSync(folder, { recursive: true });
  const taken: string[] = [];

  const look = async (
    width: number,
    height: number,
    { colorScheme = 'light', scale = 2 }: Looks = {},
  ) => {
    const { page } = await openPage(browser, office.slack.url, {
      width,
      height,
      colorScheme,
      scale,
    });
    return page;
  };
  const seatsOf = (page: Page) => ({
    staff: seatOf(page, 'staff'),
    journalist: seatOf(page, 'journalist'),
    contact: seatOf(page, 'contact'),
  });
  /** The picture of a whole page, or of one part of it, with the pointer out of the way. */
  const take = async (name: string, what: Page | Locator) => {
    const page = 'mouse' in what ? what : what.page();
    await page.mouse.move(0, 0);
    await page.evaluate('document.activeElement?.blur(); document.fonts.ready');
    const file = `${name}.png`;
    const path = join(folder, file);
    await what.screenshot({ path, animations: 'disabled', caret: 'hide' });
    if (statSync(path).size > MOST_BYTES)
      throw new Error(`${path} is heavier than ${MOST_BYTES} bytes`);
    taken.push(file);
  };

  try {
    const wide = await look(1040, 560);
    const { staff } = seatsOf(wide);
    await staff.say('/release AI strategy');
    await staff.message('Only visible to you').waitFor();
    await take('staff-look-up', staff.root);

    // Sharp enough, and light enough: two pixels for each of these would be heavier than a page should be.
    const tall = await look(1000, 700, { scale: 1.75 });
    const { journalist, contact } = seatsOf(tall);
    await journalist.take();
    await journalist.say('@Media Desk which sectors does the AI strategy cover?');
    await journalist.openThread('which sectors');
    await journalist.inThread('From the release').waitFor();
    await take('journalist-answer', journalist.root);
    await journalist.closeThread();

    await journalist.say('@Media Desk what is the AI budget for 2026?');
    await journalist.openThread('budget for 2026');
    await journalist.inThread('The releases do not say').waitFor();
    await take('journalist-refusal', journalist.root);

    await journalist.press('Ask the press office');
    await journalist.fill({ 'write for': 'La Bitácora', 'When do you need': '2pm today' });
    await journalist.submit();
    await journalist.inThread('ME-26-0001').waitFor();
    await contact.take();
    await contact.open('Media Desk');
    await contact.message('ME-26-0001').waitFor();
    await take('contact-card', contact.root);

    await contact.press('Claim');
    await contact.message('Claimed').waitFor();
    await contact.press('Reply');
    await contact.fill({
      'Your reply':
        'The budget for 2026 will be announced in February, with S$20 million for health.',
    });
    await contact.submit();
    await contact.modal().getByText('This is posted, word for word').waitFor();
    await tall.setViewportSize({ width: 1000, height: 900 });
    await take('reply-preview', contact.modal());
    await contact.submit();
    await contact.message('It goes out at').waitFor();
    await office.slack.moveClock(new Date(office.slack.now().getTime() + 15_000));
    await contact.message('Answered').waitFor();

    // Three seats are wide enough to be read at one pixel each, and too many words to be light at two.
    const beside = await look(1560, 760, { scale: 1 });
    await beside.getByRole('button', { name: 'Side by side' }).click();
    const three = seatsOf(beside);
    await three.staff.say('/release AI strategy');
    await three.staff.message('Only visible to you').waitFor();
    await three.journalist.openThread('budget for 2026');
    await three.journalist.inThread('announced in February').waitFor();
    await three.contact.open('Media Desk');
    await three.contact.message('ME-26-0001').waitFor();
    await take('side-by-side', beside);

    const phone = await look(390, 780, { colorScheme: 'dark' });
    const held = seatsOf(phone);
    await held.journalist.take();
    await held.journalist.openThread('budget for 2026');
    await held.journalist.inThread('announced in February').waitFor();
    await take('phone-dark', phone);
    return taken;
  } finally {
    await browser.close();
    await office.close();
  }
}
