import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { realStage } from './real-stage.ts';

/** Half past four in the afternoon in Singapore, half past nine in the morning in Barcelona. */
const { open, seats, slack, world } = realStage('2026-11-25T16:30:00+08:00');

const EMBARGOED = `---
title: Harbour Sensors To Guide Ships By 2028
date: 2026-11-25
embargo: 2026-11-25T18:00:00+08:00
---
The Port Authority will install four hundred harbour sensors that guide ships by 2028, at a cost of S$42 million.

For media enquiries, please contact:

Goh Yu Chong
Senior Manager, Adoption and Engagement
Tel: +65 9644 1674
Email: GOH_Yu_Chong@pmo.gov.sg
`;

describe('a release day, from three seats', () => {
  test('nothing before its hour, the exact words after it, and an answer before the reporter files', async () => {
    const page = await open();
    const { staff, journalist, contact } = seats(page);
    const to = (time: string) => slack().moveClock(new Date(`2026-11-25T${time}:00+08:00`));

    writeFileSync(join(world().releases, '2026-11-25-harbour-sensors.md'), EMBARGOED);
    await to('17:10');
    await staff.say('/release harbour sensors');
    await staff.message('Only visible to you').waitFor();
    await staff.say('/release AI strategy');
    await staff.message('1 release matches “AI strategy”').waitFor();
    await journalist.take();
    await journalist.say('@Media Desk how many harbour sensors will be installed?');
    await journalist.openThread('how many harbour sensors');
    await journalist.inThread('Searched 1 release').waitFor();
    for (const { root } of [staff, journalist])
      expect(await root.textContent()).not.toMatch(/four hundred|42 million|guide ships/i);
    await journalist.closeThread();

    // Its hour comes: the clock is moved on the page, as a newcomer would.
    await page.getByRole('button', { name: 'World' }).click();
    await page.getByRole('button', { name: 'An hour on' }).click();
    await page.getByRole('complementary', { name: 'World' }).getByText('6:10 PM').waitFor();
    await page.keyboard.press('Escape');
    await expect
      .poll(
        async () => {
          await journalist.say('@Media Desk what will the harbour sensors guide?');
          const asked = slack().messages('#press-la-bitacora').at(-1)?.ts ?? '';
          const answered = () => slack().thread('#press-la-bitacora', asked)[1]?.text;
          return slack().until(answered);
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toContain('four hundred harbour sensors that guide ships by 2028');

    await journalist.say('@Media Desk which sectors does the AI strategy cover?');
    await journalist.openThread('which sectors');
    await journalist.inThread('Healthcare, Education, Safety and Security').waitFor();
    await journalist.press('Contacts');
    await journalist.modal().getByText('+65 9744 2385').waitFor();
    await page.keyboard.press('Escape');
    await journalist.closeThread();

    await to('18:20');
    await journalist.say('@Media Desk how much of the S$500m is for health?');
    await journalist.openThread('S$500m');
    await journalist.press('Ask the press office');
    await journalist.fill({ 'write for': 'La Bitácora', 'When do you need': '14:00 today' });
    await journalist.submit();
    await journalist
      .inThread('ME-26-0001')
      .getByText('2:00 pm Madrid time (9:00 pm Singapore)')
      .waitFor();

    await contact.take();
    await contact.open('Media Desk');
    await contact.press('Claim');
    const card = contact.message('ME-26-0001 · La Bitácora');
    await card.getByText('Claimed').waitFor();
    // Half of the time left goes by without an answer: whoever has it is reminded.
    await to('19:45');
    await contact.message('left').waitFor();

    await to('20:05');
    await contact.press('Reply');
    await contact.fill({ 'Your reply': 'S$99 million of it is for health.' });
    await contact.submit();
    await contact.modal().getByText('No release near this subject says').waitFor();
    await contact.modal().getByText('S$99 million', { exact: false }).first().waitFor();
    await contact.modal().getByRole('button', { name: 'Back' }).click();
    const words =
      'The sum has not been split by sector. We will publish a split when there is one.';
    if (!(await contact.modal().isVisible())) await contact.press('Reply');
    await contact.fill({ 'Your reply': words });
    await contact.submit();
    await contact.modal().getByText('This is posted, word for word').waitFor();
    await contact.submit();
    await card.getByRole('button', { name: 'Undo' }).waitFor();
    await to('20:06');
    await card.getByText('Answered').first().waitFor();

    await journalist.take();
    await journalist.inThread(words).waitFor();
    await to('21:00');
    await staff.take();
    await staff.open('press-desk');
    await staff.message('ME-26-0001 · La Bitácora').getByText('Answered').first().waitFor();
    expect(await journalist.root.textContent()).not.toContain('S$99 million');
  });
});
