import { randomUUID } from 'node:crypto';
import { openStore } from '../../src/store/open-store.ts';
import { whyNotWritten } from '../../src/store/refusal.ts';
import { anEnquiry, anEvent } from '../enquiries/an-enquiry.ts';

/** Fills the disk with larger and larger enquiries until one fails, and says what ping() makes of it. */
const [path = ''] = process.argv.slice(2);
const opened = await openStore(`file:${path}`);
if (opened.kind === 'refused') throw new Error(opened.message);
const { store } = opened;

const said = (work: Promise<unknown>) =>
  work.then(
    () => 'well',
    (error: unknown) => whyNotWritten(error),
  );

const save = (length: number) => {
  const id = randomUUID();
  return store.save({
    enquiry: anEnquiry({ id, key: id, reference: id, question: 'x'.repeat(length) }),
    event: anEvent(),
    notices: [],
  });
};

console.log(`ping: ${await said(store.ping())}`);
while ((await said(save(400_000))) === 'well');
console.log(`small write after: ${await said(store.nextNumber(2026))}`);
console.log(`ping after: ${await said(store.ping())}`);
process.exit();
