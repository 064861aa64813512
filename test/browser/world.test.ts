import { describe, expect, test } from 'vitest';
import { practiceStage } from './stage.ts';

const { open, seats, slack } = practiceStage();

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
    expect(slack().now().toISOString()).toBe('2026-03-05T09:45:00.000Z');
  });

  test('a wish that cannot be is refused in words', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'World' }).click();
    const world = page.getByRole('complementary', { name: 'World' });
    await world.getByLabel('Or to this moment').fill('2025-03-05T17:45');
    await world.getByRole('button', { name: 'Go' }).click();
    await world.getByRole('alert').getByText('The clock only goes forward').waitFor();
    await world.getByRole('button', { name: 'An hour on' }).click();
    await world.getByRole('alert').waitFor({ state: 'hidden' });
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
    expect(slack().messages('#newsroom')).toHaveLength(1);
    await page.getByRole('button', { name: 'Start afresh…' }).click();
    await page.getByRole('button', { name: 'Start afresh', exact: true }).click();
    await staff.root.getByText('This is #newsroom').waitFor();
    expect(slack().messages('#newsroom')).toHaveLength(0);
  });
});
