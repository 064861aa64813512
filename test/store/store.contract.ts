import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { answersContract } from './answers.contract.ts';
import { enquiriesContract } from './enquiries.contract.ts';
import { inboxContract } from './inbox.contract.ts';
import { leasesContract } from './leases.contract.ts';
import { outboxContract } from './outbox.contract.ts';
import { shiftsContract } from './shifts.contract.ts';

/** Opens a store with nothing in it. */
export type OpenEmpty = () => Promise<Store>;

/** What every store must do. Each adapter's test file calls this with a way to open an empty one. */
export function storeContract(name: string, openEmpty: OpenEmpty) {
  describe(`${name} keeps the contract of the store`, () => {
    const opened: Store[] = [];
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });
    const open: OpenEmpty = async () => {
      const store = await openEmpty();
      opened.push(store);
      return store;
    };

    test('ping() answers while it is open', async () => {
      await expect((await open()).ping()).resolves.toBeUndefined();
    });
    enquiriesContract(open);
    outboxContract(open);
    inboxContract(open);
    answersContract(open);
    leasesContract(open);
    shiftsContract(open);
  });
}
