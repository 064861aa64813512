import { beforeEach, describe, expect, test } from 'vitest';
import { practiceStage } from './stage.ts';

const { open, seats, slack } = practiceStage();

describe('what an app shows', () => {
  beforeEach(async () => {
    await slack().as('Mei Tan').say('#newsroom', '@Media Desk say here every block');
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
  });

  test('a choice behind the three dots and a thumb go out as Slack has them', async () => {
    const page = await open();
    const { staff } = seats(page);
    const message = staff.message('Every block of a message');
    const sent = (actionId: string) =>
      page.waitForRequest((request) => request.postData()?.includes(actionId) === true);
    await message.getByRole('button', { name: 'More choices' }).click();
    const [chosen] = await Promise.all([
      sent('gallery.overflow'),
      page.getByRole('menuitem', { name: 'Resolve' }).click(),
    ]);
    expect(chosen.postDataJSON()).toMatchObject({
      type: 'block-action',
      value: { type: 'overflow', selected_option: { value: 'resolve' } },
    });
    const thumb = message.getByRole('button', { name: 'Helpful', exact: true });
    const [rated] = await Promise.all([sent('gallery.feedback'), thumb.click()]);
    expect(rated.postDataJSON()).toMatchObject({
      value: { type: 'feedback_buttons', value: 'yes' },
    });
    expect(await thumb.getAttribute('aria-pressed')).toBe('true');
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
    const gave = slack()
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
    const got = await slack().until(() =>
      slack()
        .directMessages('Mei Tan')
        .find(({ text }) => text.startsWith('Got it')),
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
