import type { Locator, Page } from 'playwright-core';

export type SeatName = 'staff' | 'journalist' | 'contact';

/** What one can see and do in a seat of the practice page, in the words of a story. */
export type Seat = {
  readonly root: Locator;
  /** Takes the seat, unless all stand side by side. */
  readonly take: () => Promise<void>;
  /** Opens a channel, DM or app by the name in the list. */
  readonly open: (conversation: string) => Promise<void>;
  /** Types into the open conversation and presses Enter; commands begin with a slash. */
  readonly say: (text: string) => Promise<void>;
  /** Types into the open thread and presses Enter. */
  readonly reply: (text: string) => Promise<void>;
  /** The last message of the conversation that has these words in it. */
  readonly message: (words: string | RegExp) => Locator;
  /** The last message of the open thread that has these words in it. */
  readonly inThread: (words: string | RegExp) => Locator;
  readonly openThread: (words: string | RegExp) => Promise<void>;
  readonly closeThread: () => Promise<void>;
  /** Presses the last button of that name, in the thread if it has one. */
  readonly press: (name: string | RegExp) => Promise<void>;
  /** The modal that is open. */
  readonly modal: () => Locator;
  /** Fills fields of the open modal by their labels. */
  readonly fill: (fields: Readonly<Record<string, string>>) => Promise<void>;
  /** Presses the button that sends the open modal. */
  readonly submit: () => Promise<void>;
};

/** A seat of an open practice page. */
export function seatOf(page: Page, name: SeatName): Seat {
  const root = page.locator(`#seat-${name}`);
  const message = (words: string | RegExp) =>
    root.locator('.conversation .message', { hasText: words }).last();
  const modal = () => root.locator('.modal');
  const write = async (field: Locator, text: string) => {
    await field.fill(text);
    // The list of suggestions would take Enter for itself.
    if (await root.locator('.suggestion').first().isVisible()) await field.press('Escape');
    await field.press('Enter');
  };
  return {
    root,
    message,
    modal,
    take: async () => {
      await page.locator(`[data-seat-tab=${name}]`).click();
      await root.waitFor();
    },
    open: async (conversation) => {
      const menu = root.locator('.open-sidebar');
      const entry = root.locator('.sidebar').getByRole('button', { name: conversation });
      if (await menu.isVisible()) await menu.click();
      await entry.click();
    },
    say: (text) => write(root.locator('.conversation .composer-field'), text),
    reply: (text) => write(root.locator('.thread .composer-field'), text),
    inThread: (words) => root.locator('.thread .message', { hasText: words }).last(),
    openThread: (words) => message(words).locator('.thread-link').click(),
    closeThread: () => root.getByRole('button', { name: 'Close thread' }).click(),
    press: async (button) => {
      // What an app put there, not the page's own "Reply in thread".
      const threaded = root.locator('.thread .blocks').getByRole('button', { name: button });
      const anywhere = root
        .locator('.message .blocks, .home .blocks')
        .getByRole('button', { name: button });
      await anywhere.last().waitFor();
      await ((await threaded.count()) > 0 ? threaded : anywhere).last().click();
    },
    fill: async (fields) => {
      for (const [label, text] of Object.entries(fields)) {
        await modal().getByLabel(label, { exact: false }).first().fill(text);
      }
    },
    submit: () => modal().locator('[data-key=submit]').click(),
  };
}
