import { describe, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { realStage } from './real-stage.ts';

const { open, seats, slack } = realStage();

describe('how Slack and the app reach each other', () => {
  test('is chosen on the page: the app comes back by Socket Mode, and keeps what it has', async () => {
    const page = await open();
    const { staff, journalist } = seats(page);
    await journalist.take();
    await journalist.say('@Media Desk what is the AI budget for 2026?');
    await journalist.openThread('budget for 2026');
    await journalist.press('Ask the press office');
    await journalist.fill({ 'When do you need': '2pm today' });
    await journalist.submit();
    await journalist.inThread('ME-26-0001').waitFor();

    await page.getByRole('button', { name: 'World' }).click();
    const world = page.getByRole('complementary', { name: 'World' });
    await world.getByLabel('Socket Mode').check();
    await world.locator('.world-head').getByText('Socket Mode').waitFor();
    expect(slack().transport()).toBe('socket');
    expect(slack().connections()).toBeGreaterThan(0);
    expect(await seriousFaults(page)).toEqual([]);

    await staff.take();
    await staff.say('/release open');
    await staff.message('ME-26-0001').getByText('Only visible to you').waitFor();

    // The clock is moved to what somebody waits for, and those who have it are told.
    await world.getByRole('button', { name: 'Deadline of ME-26-0001' }).click();
    await world.getByText('9:00 PM').waitFor();
    await staff.open('press-desk');
    await staff.message('ME-26-0001').waitFor();

    await world.getByLabel('Signed HTTP').check();
    await world.locator('.world-head').getByText('Signed HTTP').waitFor();
    expect(slack().transport()).toBe('http');
    await staff.say('/release AI strategy');
    await staff.message('1 release matches').waitFor();
  });
});
