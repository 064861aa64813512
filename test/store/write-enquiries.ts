import { randomUUID } from 'node:crypto';
import { openEnquiry } from '../../src/enquiries/open-enquiry.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aDraft, nine } from '../enquiries/an-enquiry.ts';

/** Opens enquiries as fast as it can, printing the reference of each once it is saved: something to be killed. */
const [path = ''] = process.argv.slice(2);
const opened = await openStore(`file:${path}`);
if (opened.kind === 'refused') throw new Error(opened.message);
const deps = {
  store: opened.store,
  now: () => nine,
  newId: () => randomUUID(),
  zone: 'Asia/Singapore',
};
for (;;) {
  const { enquiry } = await openEnquiry(deps, aDraft({ key: randomUUID() }));
  console.log(enquiry.reference);
}
