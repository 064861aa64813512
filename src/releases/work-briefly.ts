/** How long, in milliseconds, a stretch of work may keep all others waiting. */
const longestStretchMs = 10;

/**
 * For work that would keep the event loop for long: what is returned is awaited between its steps, and lets others
 * have their turn whenever a stretch has lasted long enough.
 */
export function inShortStretches(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longestStretchMs) return undefined;
    return new Promise<void>((resolve) => {
      setImmediate(() => {
        since = performance.now();
        resolve();
      });
    });
  };
}
