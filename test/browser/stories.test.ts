import { describe, expect, test } from 'vitest';
import { seriousFaults } from './axe.ts';
import { realStage } from './real-stage.ts';
import { tourOf } from './tour.ts';

const { open, seats, slack } = realStage();

const TITLE = 'Singapore Sets Sights To Be A Global Hub For Developing And Deploying Ai Solutions';
const SECTORS =
  'Transport and Logistics, Smart Cities and Estates, Healthcare, Education, Safety and Security';

/** Ten seconds, in which a reply can be undone, and a little more. */
const pastUndo = () => slack().moveClock(new Date(slack().now().getTime() + 15_000));

describe('the three stories, by hand', () => {
  test('staff look a release up, read it, see its contacts and share it', async () => {
    const page = await open();
    const { staff, journalist, contact } = seats(page);
    await staff.say('/release AI strategy');
    await staff.message(TITLE).getByText('Only visible to you').waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await staff.press('Read');
    await staff.modal().getByText('Harnessing AI to transform our economy').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await staff.press('Contacts');
    await staff.modal().getByText('+65 9644 1674').waitFor();
    await staff.modal().getByText('Terry_Lim@pmo.gov.sg').waitFor();
    await page.keyboard.press('Escape');

    await staff.press('Share in channel');
    await contact.take();
    await contact.open('newsroom');
    await contact.message('Shared by').getByText(TITLE).waitFor();

    // Where people of another organisation read, it asks first.
    await staff.take();
    await staff.open('press-la-bitacora');
    await staff.say('/release AI strategy');
    await staff.message(TITLE).waitFor();
    await staff.press('Share in channel');
    await staff.modal().getByText('People of another organisation').waitFor();
    await journalist.take();
    expect(await journalist.message(TITLE).count()).toBe(0);
    await staff.take();
    await staff.submit();
    await journalist.take();
    await journalist.message('Shared by').getByText(TITLE).waitFor();
  });

  test('a journalist gets an exact, dated quote, or an honest no', async () => {
    const page = await open();
    const { journalist } = seats(page);
    await journalist.take();
    await journalist.say('@Media Desk which sectors does the AI strategy cover?');
    await journalist.openThread('which sectors');
    const answer = journalist.inThread('as stated 19 Nov 2019');
    await answer.locator('blockquote', { hasText: SECTORS }).waitFor();
    expect(await answer.getByRole('link', { name: TITLE }).first().getAttribute('href')).toMatch(
      /^https:\/\/www\.smartnation\.gov\.sg\//,
    );
    await journalist.reply('and how much has been invested?');
    await journalist.inThread('S$500 million').waitFor();
    await journalist.closeThread();

    await journalist.say('@Media Desk what is the AI budget for 2026?');
    await journalist.openThread('budget for 2026');
    const refusal = journalist.inThread('The releases do not say');
    await refusal.getByText('Searched 1 release').waitFor();
    await refusal.getByRole('button', { name: 'Ask the press office' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('an enquiry goes from an outsider to the contact and back', async () => {
    const page = await open();
    const { staff, journalist, contact } = seats(page);
    await journalist.take();
    await journalist.say('@Media Desk what is the AI budget for 2026?');
    await journalist.openThread('budget for 2026');
    await journalist.press('Ask the press office');
    await journalist.fill({ 'write for': 'La Bitácora', 'When do you need': 'in the afternoon' });
    await journalist.submit();
    // A time that cannot be understood is asked about, never guessed.
    await journalist.modal().locator('[aria-invalid=true]').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await journalist.fill({ 'When do you need': '2pm today' });
    await journalist.submit();
    const receipt = journalist.inThread('ME-26-0001');
    await receipt.getByText('2:00 pm Madrid time (9:00 pm Singapore)').waitFor();

    await contact.take();
    await contact.open('Media Desk');
    const card = contact.message('ME-26-0001 · La Bitácora');
    await card.getByText('what is the AI budget for 2026?').waitFor();
    await contact.press('Claim');
    await card.getByText('Claimed').waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    // What stands behind the three dots is done too.
    await card.getByRole('button', { name: 'More choices' }).click();
    await page.getByRole('menuitem', { name: 'Hand over' }).click();
    await contact.modal().getByText('To whom?').waitFor();
    await page.keyboard.press('Escape');

    await contact.press('Reply');
    await contact.fill({ 'Your reply': 'Too early to say this' });
    await contact.submit();
    await contact.modal().getByText('This is posted, word for word').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await contact.submit();
    await contact.press('Undo');
    await contact.message('Nothing was sent').waitFor();
    await pastUndo();

    await contact.press('Reply');
    await contact.fill({ 'Your reply': 'The budget for 2026 will be announced in February.' });
    await contact.submit();
    await contact.modal().getByText('This is posted, word for word').waitFor();
    await contact.submit();
    await card.getByRole('button', { name: 'Undo' }).waitFor();
    await pastUndo();
    await card.getByText('Answered').first().waitFor();

    await journalist.take();
    await journalist.inThread('The budget for 2026 will be announced in February.').waitFor();
    expect(await journalist.inThread('Too early').count()).toBe(0);

    await staff.take();
    await staff.open('press-desk');
    await staff.message('ME-26-0001 · La Bitácora').getByText('Answered').first().waitFor();
    await staff.press('Resolve');
    await staff.message('ME-26-0001 · La Bitácora').getByText('Resolved').first().waitFor();
    await staff.open('Media Desk');
    await staff.root.getByRole('button', { name: 'Home', exact: true }).click();
    await staff.root.locator('.home-page').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('the tour', () => {
  test('plays to its end by itself', async () => {
    const page = await open({ tour: true });
    const tour = tourOf(page);
    for (let step = 1; step <= 5; step += 1) {
      await tour.root.getByText(`Step ${step} of 5`).waitFor();
      await tour.doIt();
      await tour.next();
    }
    expect(await seriousFaults(page)).toEqual([]);
    await tour.root.getByText('You have seen all of it').waitFor();
    await seats(page).journalist.inThread('The budget for 2026 has not been announced').waitFor();
  });
});
