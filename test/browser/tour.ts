import type { Page } from 'playwright-core';

/** The guided tour of the practice page, as a newcomer uses it. */
export function tourOf(page: Page) {
  const root = page.getByRole('region', { name: 'Guided tour' });
  const done = root.getByRole('button', { name: 'Next' });
  return {
    root,
    /** Lets the page act the step out, and waits until it counts as done. */
    doIt: async (withinMs = 60_000) => {
      const play = root.getByRole('button', { name: 'Do it for me' });
      await play.or(done).first().waitFor();
      if (await play.isVisible()) await play.click();
      await done.waitFor({ timeout: withinMs });
    },
    /** Lets the page type or fill in what is next, and press nothing. */
    fillIn: () => root.getByRole('button', { name: 'Fill it in' }).click(),
    /** Goes on once the step is done. */
    next: () => done.click(),
    leave: () => root.getByRole('button', { name: 'Leave the tour' }).click(),
    reopen: () => page.getByRole('button', { name: 'Tour', exact: true }).click(),
  };
}
