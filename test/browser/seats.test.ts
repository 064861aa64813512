import { describe, expect, test } from 'vitest';
import { practiceStage } from './stage.ts';

const { open, seats, slack } = practiceStage();

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
    expect(slack().messages('#press-la-bitacora')).toHaveLength(0);
  });

  test('each seat reads the same moment in its own zone', async () => {
    await slack().as('Núria Soler').say('#press-la-bitacora', '@Media Desk say here every block');
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
    await slack().as('Núria Soler').say('#press-la-bitacora', '@Media Desk which sectors?');
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
