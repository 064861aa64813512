import { type ChainFault, verifyChain } from './chain-events.ts';
import type { EnquiryStore } from './enquiry-store.ts';

export type Verified = {
  readonly enquiries: number;
  readonly events: number;
  readonly broken: readonly (ChainFault & { readonly id: string; readonly reference: string })[];
};

/** Checks the chain of every enquiry. */
export async function verifyRecords(
  store: Pick<EnquiryStore, 'ids' | 'record'>,
): Promise<Verified> {
  const broken: (ChainFault & { id: string; reference: string })[] = [];
  const ids = await store.ids();
  let events = 0;
  for (const id of ids) {
    const record = await store.record(id);
    if (record === undefined) continue;
    events += record.events.length;
    const fault = verifyChain(record);
    if (fault !== undefined) broken.push({ id, reference: record.reference, ...fault });
  }
  return { enquiries: ids.length, events, broken };
}
