import type { EnquiryDeps } from '../../src/enquiries/change-enquiry.ts';
import type { Enquiry } from '../../src/enquiries/enquiry.ts';
import { type NewEnquiry, openEnquiry } from '../../src/enquiries/open-enquiry.ts';
import type { OutboxItem } from '../../src/enquiries/outbox.ts';
import { recordDelivery } from '../../src/enquiries/record-delivery.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { aDraft, nine } from './an-enquiry.ts';

/** The embedded store in memory, empty. */
export async function anEmptyStore(): Promise<Store> {
  const outcome = await openStore(':memory:');
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.store;
}

/** A desk at work: a real store, a clock that is moved by hand, and an outbox whose messages land in a list. */
export async function aDesk(given?: Store) {
  const store = given ?? (await anEmptyStore());
  let now = nine;
  let ids = 0;
  const deps = {
    store,
    now: () => now,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    zone: 'Asia/Singapore',
  } satisfies EnquiryDeps & { zone: string; store: Store };
  const told: OutboxItem[] = [];

  return {
    ...deps,
    deps,
    /** Everything that was posted, in order. */
    told,
    moveClock: (to: Date) => {
      now = to;
    },
    async open(changes: Partial<NewEnquiry> = {}): Promise<Enquiry> {
      const { enquiry } = await openEnquiry(deps, aDraft(changes));
      return (await store.find(enquiry.id)) as Enquiry;
    },
    async read(id: string): Promise<Enquiry> {
      return (await store.find(id)) as Enquiry;
    },
    /** Tells everything that is due; Slack takes all of it but the keys in `refused`. */
    async deliver(refused: Readonly<Record<string, string>> = {}): Promise<OutboxItem[]> {
      const round: OutboxItem[] = [];
      for (;;) {
        const items = await store.nextOutbox({ now, leaseMs: 60_000 });
        if (items.length === 0) return round;
        for (const item of items) {
          const reason = refused[item.key];
          const at = { channel: item.place, ts: `${item.id}.000000` };
          const delivered =
            reason === undefined
              ? ({ kind: 'sent', ...at } as const)
              : ({ kind: 'refused', reason } as const);
          await recordDelivery(deps, { notice: item.notice, delivered });
          await store.settle(item, delivered, { now });
          if (reason === undefined) told.push(item);
          round.push(item);
        }
      }
    },
  };
}
