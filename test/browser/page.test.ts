import { describe, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import type { Looks } from './practice-page.ts';
import { practiceStage } from './stage.ts';

const { open, seats, slack } = practiceStage();

describe('everybody can use it', () => {
  const looks: readonly (readonly [string, Looks])[] = [
    ['dark', { colorScheme: 'dark', tour: true }],
    ['on a phone', { width: 360, height: 740, tour: true }],
  ];

  // In the light, and on a wide screen, the stories look.
  test.each(looks)('axe-core finds nothing serious, %s', async (_, how) => {
    await slack().as('Mei Tan').say('#newsroom', '@Media Desk say here every block');
    await slack().as('Núria Soler').say('#press-la-bitacora', '@Media Desk which sectors?');
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
    await slack().as('Mei Tan').say('#newsroom', 'one');
    await slack().as('Arjun Nair').say('#newsroom', 'two');
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
    await slack().as('Mei Tan').say('#newsroom', '@Media Desk say here every block');
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

/** The least of a few measurements: what a busy machine adds to some is not the page's. */
async function leastOf(times: number, measure: () => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let time = 0; time < times; time += 1) measured.push(await measure());
  return Math.min(...measured);
}

describe('speed', () => {
  test('the page paints within a second', async () => {
    expect(
      await leastOf(3, async () => {
        const page = await open();
        return page.evaluate<number>(
          'performance.getEntriesByName("first-contentful-paint")[0].startTime',
        );
      }),
    ).toBeLessThan(1_000);
  });

  test('five hundred messages are no burden', async () => {
    const mei = slack().as('Mei Tan');
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
    const longest = () =>
      page.evaluate<number>(`new Promise((resolve) => {
      let longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
      }).observe({ type: 'longtask', buffered: false });
      setTimeout(() => resolve(longest), 1500);
      fetch('/api/seats/staff', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ type: 'message', channel: 'C0NEWSR00M', text: 'from elsewhere' }) });
    })`);
    expect(await leastOf(3, longest)).toBeLessThan(500);
  });
});
