/** What can be measured: each name with the file that measures it, read only when asked for. */
const benches: Record<string, () => Promise<(args: string[]) => Promise<void>>> = {
  deadlines: async () => (await import('./deadlines.ts')).benchDeadlines,
  contacts: async () => (await import('./contacts.ts')).benchContacts,
  claims: async () => (await import('./claims.ts')).benchClaims,
  faults: async () => (await import('./faults.ts')).benchFaults,
  load: async () => (await import('./load.ts')).benchLoad,
  quality: async () => (await import('./quality.ts')).benchQuality,
  squad: async () => (await import('./squad.ts')).benchSquad,
  passages: async () => (await import('./passages.ts')).benchPassages,
  start: async () => (await import('./start.ts')).benchStart,
  speed: async () => (await import('./speed.ts')).benchSpeed,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench === undefined) {
  const names = Object.keys(benches).join(', ');
  process.stderr.write(`Cannot measure "${name}": choose one of ${names}\n`);
  process.exitCode = 2;
} else {
  await (await bench())(args);
}
