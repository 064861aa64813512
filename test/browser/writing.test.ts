import { describe, expect, test } from 'vitest';
import { practiceStage } from './stage.ts';

const { open, seats } = practiceStage();

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
