import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import { seriousFaults } from './axe.ts';
import { type Looks, type OpenPage, openBrowser, openPage, openPractice } from './practice-page.ts';
import { listenAsSample } from './sample-app.ts';
import { seatOf } from './seat.ts';
import { tourOf } from './tour.ts';

let browser: Browser;
let slack: LocalSlack;
let close: () => Promise<void>;
let pages: OpenPage[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  ({ slack, close } = await openPractice(listenAsSample));
});
afterEach(async () => {
  const complaints = pages.flatMap((each) => each.complaints);
  const outside = pages
    .flatMap(({ asked }) => asked)
    .filter((url) => !url.startsWith(slack.url) && !url.startsWith('data:'));
  for (const { page } of pages) await page.context().close();
  pages = [];
  await close();
  expect(complaints, 'complaints in the console').toEqual([]);
  expect(outside, 'requests to the outside').toEqual([]);
});

async function open(looks?: Looks): Promise<Page> {
  const opened = await openPage(browser, slack.url, looks);
  pages.push(opened);
  return opened.page;
}

const seats = (page: Page) => ({
  staff: seatOf(page, 'staff'),
  journalist: seatOf(page, 'journalist'),
  contact: seatOf(page, 'contact'),
});

describe('writing', () => {
  test('Enter sends, Shift+Enter breaks the line', async () => {
    const { staff } = seats(await open());
    const field = staff.root.locator('.conversation .composer-field');
    await field.pressSequentially('one');
    await field.press('Shift+Enter');
    await field.pressSequentially('two');
    await field.press('Enter');
    expect(await staff.message('one').locator('.text').allInnerTexts()).toEqual(['one\ntwo']);
    expect(await field.inputValue()).toBe('');
  });

  test('a slash offers the commands, an at-sign the people, by keyboard', async () => {
    const { staff } = seats(await open());
    const field = staff.root.locator('.conversation .composer-field');
    await field.pressSequentially('/');
    await staff.root.getByRole('option', { name: /\/release/ }).waitFor();
    await field.press('Enter');
    expect(await field.inputValue()).toBe('/release ');
    await field.fill('');
    await field.pressSequentially('hello @me');
    await staff.root.getByRole('option', { name: 'Media Desk' }).waitFor();
    await field.press('Tab');
    expect(await field.inputValue()).toBe('hello @Media Desk ');
    await field.press('Enter');
    await staff.message('hello').locator('.mention', { hasText: '@Media Desk' }).waitFor();
  });

  test('an answer that only one person sees says so, and is gone when the page is loaded anew', async () => {
    const page = await open();
    const { staff } = seats(page);
    await staff.say('/release AI strategy');
    const answer = staff.message('Nothing called AI strategy yet');
    await answer.getByText('Only visible to you').waitFor();
    await page.reload();
    await page.locator('body[data-ready=yes]').waitFor();
    expect(await answer.count()).toBe(0);
  });

  test('one’s own message can be edited and deleted', async () => {
    const page = await open();
    const { staff } = seats(page);
    await staff.say('a slip of the pen, @Arjun Nair');
    await staff.message('a slip').hover();
    await staff.message('a slip').getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Edit message' }).click();
    const words = page.getByRole('dialog').getByLabel('Message');
    expect(await words.inputValue()).toBe('a slip of the pen, @Arjun Nair');
    await words.fill('all right now');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await staff.message('all right now').getByText('(edited)').waitFor();
    await staff.message('all right now').hover();
    await staff.message('all right now').getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete message' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await staff.message('all right now').waitFor({ state: 'detached' });
  });
});

describe('seats', () => {
  test('a journalist of another workspace has no commands and is told what to do instead', async () => {
    const { journalist } = seats(await open());
    await journalist.take();
    expect(await journalist.root.getByRole('button', { name: 'Run a command' }).isVisible()).toBe(
      false,
    );
    await journalist.say('/release AI strategy');
    await journalist.root
      .getByRole('alert')
      .getByText(/Mention @Media Desk instead/)
      .waitFor();
    expect(slack.messages('#press-la-bitacora')).toHaveLength(0);
  });

  test('each seat reads the same moment in its own zone', async () => {
    await slack.as('Núria Soler').say('#press-la-bitacora', '@Media Desk say here every block');
    const { staff, journalist } = seats(await open());
    await staff.open('press-la-bitacora');
    await staff.message('Every block').getByText('Today at 9:00 PM').waitFor();
    await journalist.take();
    await journalist.message('Every block').getByText('Today at 2:00 PM').waitFor();
  });

  test('what is said in one seat is counted in the others, and marked when they come to read', async () => {
    const page = await open();
    const { staff, contact } = seats(page);
    await contact.take();
    await contact.open('newsroom');
    await staff.take();
    await staff.say('first thing');
    await staff.say('second thing');
    const tab = page.locator('[data-seat-tab=contact]');
    await contact.take();
    await contact.message('second thing').waitFor();
    await contact.root.locator('.line.new').waitFor();
    await staff.take();
    await tab.locator('.badge').waitFor({ state: 'detached' });
  });

  test('a thread opens beside the channel, takes replies and tells other seats of new ones', async () => {
    await slack.as('Núria Soler').say('#press-la-bitacora', '@Media Desk which sectors?');
    const page = await open();
    const { staff, journalist } = seats(page);
    await journalist.take();
    await staff.take();
    await staff.open('press-la-bitacora');
    await staff.openThread('which sectors?');
    await staff.inThread('You said').waitFor();
    await staff.reply('We are on it');
    await staff.inThread('We are on it').waitFor();
    await page.keyboard.press('Escape');
    await staff.root.locator('.thread').waitFor({ state: 'hidden' });
    await journalist.take();
    await journalist.message('which sectors?').getByText('1 new').waitFor();
    await journalist.openThread('which sectors?');
    await journalist.inThread('We are on it').waitFor();
    await journalist.closeThread();
    expect(await journalist.message('which sectors?').getByText('1 new').count()).toBe(0);
  });

  test('all three stand side by side on a wide screen', async () => {
    const page = await open({ width: 1440 });
    await page.getByRole('button', { name: 'Side by side' }).click();
    for (const seat of Object.values(seats(page))) expect(await seat.root.isVisible()).toBe(true);
    await page.setViewportSize({ width: 900, height: 800 });
    await seats(page).contact.root.waitFor({ state: 'hidden' });
    expect(await seats(page).staff.root.isVisible()).toBe(true);
  });
});

describe('what an app shows', () => {
  beforeEach(async () => {
    await slack.as('Mei Tan').say('#newsroom', '@Media Desk say here every block');
  });

  test('every block of a message is drawn, and none of it is faulty', async () => {
    const { staff } = seats(await open());
    const message = staff.message('Every block of a message');
    await message.waitFor();
    expect(await message.locator('.block-unknown').count()).toBe(0);
    expect(await message.locator('.faults').count()).toBe(0);
    expect(await message.locator('strong', { hasText: /^Bold$/ }).count()).toBe(1);
    expect((await message.locator('blockquote').allInnerTexts())[0]).toBe(
      'A quote of two lines,\nthe second one.',
    );
    expect(await message.getByRole('img', { name: 'A chart of spending by year' }).count()).toBe(1);
    expect(await message.getByRole('columnheader', { name: 'Release' }).count()).toBe(1);
  });

  test('what is pressed and chosen reaches the app as Slack sends it', async () => {
    const page = await open();
    const { staff } = seats(page);
    const message = staff.message('Every block of a message');
    await message.getByLabel('Sector').selectOption('Education');
    await staff.message('gallery.sector gave').getByText('"value":"education"').waitFor();
    await message.getByRole('button', { name: 'More choices' }).click();
    await page.getByRole('menuitem', { name: 'Resolve' }).click();
    await staff.message('gallery.overflow gave').getByText('"value":"resolve"').waitFor();
    await message.getByRole('button', { name: 'Helpful', exact: true }).click();
    await staff.message('gallery.feedback gave yes').waitFor();
  });

  test('a button that asks first acts only after Yes', async () => {
    const page = await open();
    const { staff } = seats(page);
    await staff.press('Withdraw');
    await page
      .getByRole('dialog', { name: 'Withdraw?' })
      .getByRole('button', { name: 'Keep it' })
      .click();
    await staff.press('Withdraw');
    await page
      .getByRole('dialog', { name: 'Withdraw?' })
      .getByRole('button', { name: 'Withdraw' })
      .click();
    await staff.message('gallery.withdraw gave 7').waitFor();
    const gave = slack
      .messages('#newsroom')
      .filter(({ text }) => text.startsWith('gallery.withdraw'));
    expect(gave).toHaveLength(1);
  });

  test('a modal takes the focus, says what is wrong under the field, and gives the focus back', async () => {
    const page = await open();
    const { staff } = seats(page);
    await staff.press('Ask the press office');
    const question = staff.modal().getByLabel('Your question');
    await question.waitFor();
    expect(await page.locator(':focus').getAttribute('id')).toBe(await question.getAttribute('id'));
    await staff.submit();
    await staff.modal().getByText('Please complete this required field.').waitFor();
    await staff.fill({ 'Your question': 'short' });
    await staff.submit();
    await staff.modal().getByText('Write at least ten letters.').waitFor();
    expect(await question.inputValue()).toBe('short');
    expect(await question.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    await staff.modal().waitFor({ state: 'detached' });
    expect(await page.locator(':focus').textContent()).toBe('Ask the press office');
  });

  test('a second modal lies on the first, which keeps what was typed', async () => {
    const { staff } = seats(await open());
    await staff.press('Ask the press office');
    await staff.fill({ 'Your question': 'More than one page, please' });
    await staff.submit();
    await staff.modal().getByText('The form below keeps').waitFor();
    await staff.modal().getByRole('button', { name: 'Close' }).first().click();
    await staff.modal().getByLabel('Your question').waitFor();
    expect(await staff.modal().getByLabel('Your question').inputValue()).toBe(
      'More than one page, please',
    );
  });

  test('a form sends every field as view.state.values', async () => {
    const { staff } = seats(await open());
    await staff.press('Ask the press office');
    await staff.fill({
      'Your question': 'Which sectors are there?',
      'E-mail': 'mei@press-office.example',
      'How many words': '300',
      Day: '2026-03-04',
      Time: '09:30',
      Moment: '2026-03-02T21:30',
    });
    await staff.modal().getByLabel('Sector').selectOption('Healthcare');
    await staff.modal().getByLabel('Background').check();
    await staff.modal().getByLabel('Phone').check();
    await staff.submit();
    await staff.modal().waitFor({ state: 'detached' });
    const got = await slack.until(() =>
      slack.directMessages('Mei Tan').find(({ text }) => text.startsWith('Got it')),
    );
    const values = JSON.parse(
      got.text
        .replace('Got it: ', '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    );
    expect(values).toMatchObject({
      question: { text: { type: 'plain_text_input', value: 'Which sectors are there?' } },
      outlet: { text: { value: 'La Bitácora' } },
      address: { url: { type: 'url_text_input', value: null } },
      words: { number: { value: '300' } },
      sector: { sector: { type: 'static_select', selected_option: { value: 'health' } } },
      terms: { terms: { type: 'radio_buttons', selected_option: { value: 'background' } } },
      tell: { tell: { type: 'checkboxes', selected_options: [{ value: 'phone' }] } },
      day: { day: { selected_date: '2026-03-04' } },
      time: { time: { selected_time: '09:30' } },
      instant: { instant: { selected_date_time: Date.UTC(2026, 2, 2, 13, 30) / 1000 } },
    });
  });

  test('the app’s Home opens beside its messages and can be used', async () => {
    const { staff } = seats(await open());
    await staff.open('Media Desk');
    await staff.root.getByRole('button', { name: 'Home', exact: true }).click();
    await staff.root.locator('.home').getByText('Today, 9:00 PM').waitFor();
    await staff.root.locator('.home').getByRole('button', { name: 'Refresh' }).click();
    await staff.root.locator('.home').getByText('nothing is open').waitFor();
  });
});

describe('the tour', () => {
  test('types for one who wants to press Enter alone, and sees that it was done', async () => {
    const page = await open({ tour: true });
    const { staff } = seats(page);
    const tour = tourOf(page);
    await tour.root.getByText('Step 1 of 5').waitFor();
    await tour.fillIn();
    const field = staff.root.locator('.conversation .composer-field');
    await expect.poll(() => field.inputValue()).toBe('/release AI strategy');
    await field.press('Enter');
    await tour.root.getByText('Only you see the result').waitFor();
    await tour.next();
    await tour.root.getByText('Step 2 of 5').waitFor();
    expect(await seats(page).journalist.root.isVisible()).toBe(true);
  });

  test('acts steps out, and remembers how far one came when it is left and the page loaded anew', async () => {
    const page = await open({ tour: true });
    const tour = tourOf(page);
    await tour.doIt();
    await tour.next();
    await tour.doIt();
    await seats(page).journalist.inThread('You said').waitFor();
    await tour.leave();
    expect(await tour.root.isVisible()).toBe(false);
    await page.reload();
    await tour.reopen();
    await tour.root.getByText('Step 2 of 5').waitFor();
  });
});

describe('the world', () => {
  test('its clock moves on, in every zone', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'World' }).click();
    const world = page.getByRole('complementary', { name: 'World' });
    await world.getByText('10:00 AM').waitFor();
    await world.getByRole('button', { name: 'An hour on' }).click();
    await world.getByText('11:00 AM').waitFor();
    await world.getByText('4:00 AM').waitFor();
    await world.getByRole('button', { name: 'Tomorrow, 8 AM' }).click();
    await world.getByText('8:00 AM').waitFor();
    await world.getByText('Tuesday, March 3rd').first().waitFor();
    await world.getByLabel('Or to this moment').fill('2026-03-05T17:45');
    await world.getByRole('button', { name: 'Go' }).click();
    await world.getByText('5:45 PM').waitFor();
    expect(slack.now().toISOString()).toBe('2026-03-05T09:45:00.000Z');
  });

  test('a fault can be switched on, is said in the seat, and off again', async () => {
    const page = await open();
    const { staff } = seats(page);
    await page.getByRole('button', { name: 'World' }).click();
    await page.getByLabel('Slack is down').check();
    await staff.say('anybody there?');
    await staff.root.getByRole('alert').waitFor();
    await page.getByLabel('All is well').check();
    await staff.say('there again');
    await staff.message('there again').waitFor();
  });

  test('what passes between Slack and the app can be read', async () => {
    const page = await open();
    const { staff } = seats(page);
    await page.getByRole('button', { name: 'World' }).click();
    await staff.say('@Media Desk which sectors?');
    const posted = page.locator('.traffic li', { hasText: 'chat.postMessage' });
    await posted.locator('summary').click();
    expect(await posted.locator('pre').textContent()).toContain('You said');
  });

  test('starting afresh asks first and then wipes everything', async () => {
    const page = await open();
    const { staff } = seats(page);
    await staff.say('to be forgotten');
    await staff.message('to be forgotten').waitFor();
    await page.getByRole('button', { name: 'World' }).click();
    await page.getByRole('button', { name: 'Start afresh…' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(slack.messages('#newsroom')).toHaveLength(1);
    await page.getByRole('button', { name: 'Start afresh…' }).click();
    await page.getByRole('button', { name: 'Start afresh', exact: true }).click();
    await staff.root.getByText('This is #newsroom').waitFor();
    expect(slack.messages('#newsroom')).toHaveLength(0);
  });
});

describe('everybody can use it', () => {
  const looks: readonly (readonly [string, Looks])[] = [
    ['light', { tour: true }],
    ['dark', { colorScheme: 'dark', tour: true }],
    ['on a phone', { width: 360, height: 740, tour: true }],
  ];

  test.each(looks)('axe-core finds nothing serious, %s', async (_, how) => {
    await slack.as('Mei Tan').say('#newsroom', '@Media Desk say here every block');
    await slack.as('Núria Soler').say('#press-la-bitacora', '@Media Desk which sectors?');
    const page = await open(how);
    const { staff } = seats(page);
    await staff.say('/release nothing');
    await staff.message('Nothing called').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await staff.open('press-la-bitacora');
    await staff.openThread('which sectors?');
    await staff.inThread('You said').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await staff.closeThread();
    await staff.open('newsroom');
    await staff.press('Ask the press office');
    await staff.submit();
    await staff.modal().getByText('Please complete').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'World' }).click();
    await page.getByText('Between Slack and the app').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('the keyboard alone goes from message to message and into them', async () => {
    await slack.as('Mei Tan').say('#newsroom', 'one');
    await slack.as('Arjun Nair').say('#newsroom', 'two');
    const page = await open();
    const { staff } = seats(page);
    await staff.message('two').waitFor();
    await staff.root.locator('.conversation .composer-field').focus();
    await page.keyboard.press('Shift+Tab');
    expect(await page.locator(':focus').textContent()).toContain('two');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator(':focus').textContent()).toContain('one');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await staff.root.locator('.thread').waitFor();
    await page.keyboard.type('a reply');
    await page.keyboard.press('Enter');
    await staff.inThread('a reply').waitFor();
  });

  test('Alt and a number take a seat', async () => {
    const page = await open();
    await page.keyboard.press('Alt+2');
    await seats(page).journalist.root.waitFor();
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe(
      'Message #press-la-bitacora',
    );
  });

  test.each([
    ['a narrow phone', 360, 740],
    ['200 % zoom of a small laptop', 640, 400],
  ])('nothing is cut off on %s', async (_, width, height) => {
    await slack.as('Mei Tan').say('#newsroom', '@Media Desk say here every block');
    const page = await open({ width, height });
    const { staff, journalist } = seats(page);
    await staff.message('Every block').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await staff.say('fits well');
    await staff.message('fits well').waitFor();
    await staff.press('Ask the press office');
    await staff.modal().getByRole('button', { name: 'Send' }).click({ trial: true });
    await page.keyboard.press('Escape');
    await journalist.take();
    await journalist.say('so does this');
    await journalist.message('so does this').waitFor();
  });
});

describe('speed', () => {
  test('the page paints within a second', async () => {
    const page = await open();
    const paint = await page.evaluate(
      'performance.getEntriesByName("first-contentful-paint")[0].startTime',
    );
    expect(paint).toBeLessThan(1_000);
  });

  test('five hundred messages are no burden', async () => {
    const mei = slack.as('Mei Tan');
    for (let count = 1; count <= 500; count += 1)
      await mei.say('#newsroom', `message ${count} of *many*`);
    const page = await open();
    const { staff } = seats(page);
    await staff.message('message 500 of').waitFor();
    expect(await staff.root.locator('.conversation .message').count()).toBe(500);
    // What was drawn stays as it is when another message comes.
    await staff
      .message('message 400 of')
      .evaluate((node) => node.setAttribute('data-marked', 'yes'));
    await staff.say('one more');
    await staff.message('one more').waitFor();
    expect(await staff.message('message 400 of').getAttribute('data-marked')).toBe('yes');
    const longest = await page.evaluate(`new Promise((resolve) => {
      let longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
      }).observe({ type: 'longtask', buffered: false });
      setTimeout(() => resolve(longest), 1500);
      fetch('/api/seats/staff', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ type: 'message', channel: 'C0NEWSR00M', text: 'from elsewhere' }) });
    })`);
    expect(longest).toBeLessThan(500);
  });
});
