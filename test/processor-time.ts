/**
 * Milliseconds of processor that a call takes: what a bound on hostile input is held to, since the clock on the wall
 * also counts what other programs of the machine do.
 */
export function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
