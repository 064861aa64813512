import { describe, expect, test } from 'vitest';
import { practiceStage } from './stage.ts';
import { tourOf } from './tour.ts';

const { open, seats } = practiceStage();

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
