/**
 * Runs a refresh whenever it is asked for, never two at once; asked during one, it runs once more afterwards. Who asks
 * gets a promise of a refresh that began after the asking.
 */
export function createRefresher(refresh: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    running = refresh().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return start();
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null;
        return start();
      });
    return next;
  };
}
