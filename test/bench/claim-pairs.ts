import { randomUUID } from 'node:crypto';
import { type ClaimOutcome, claimEnquiry } from '../../src/enquiries/claim-enquiry.ts';
import { verifyRecords } from '../../src/enquiries/verify-records.ts';
import type { Store } from '../../src/store/open-store.ts';
import { anEnquiry, anEvent, nine, people } from '../enquiries/an-enquiry.ts';

export type ClaimCounts = {
  readonly pairs: number;
  /** Pairs in which both were told that it is theirs, or that left more than one claim in the record. */
  readonly doubled: number;
  /** Pairs after which nobody has the enquiry. */
  readonly unclaimed: number;
  /** Pairs in which the other was told anything but who has it. */
  readonly mistold: number;
  /** Pairs that met: both read the enquiry while it was open, so that one of them had to decide anew. */
  readonly met: number;
  readonly brokenChains: number;
  readonly details: readonly string[];
};

/** One on the one store and one on the other, which may be two processes' ways to one database. */
type Stores = readonly [Store, Store];

const claimants = [people.contact, people.officer] as const;

/**
 * Lets two people claim each of so many enquiries at the same moment.
 *
 * @param atOnce how many pairs are under way side by side
 */
export async function raceClaims(
  stores: Stores,
  pairs: number,
  atOnce: number,
): Promise<ClaimCounts> {
  const tally = { doubled: 0, unclaimed: 0, mistold: 0, met: 0 };
  const details: string[] = [];
  let next = 0;
  const work = async () => {
    while (next < pairs) {
      next += 1;
      const found = await raceFor(stores, next);
      for (const what of found) {
        tally[what] += 1;
        if (what !== 'met') details.push(`pair ${next}: ${what}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const { broken } = await verifyRecords(stores[0]);
  return { pairs, ...tally, brokenChains: broken.length, details };
}

type Finding = 'doubled' | 'unclaimed' | 'mistold' | 'met';

async function raceFor(stores: Stores, number: number): Promise<Finding[]> {
  const id = randomUUID();
  const reference = `ME-26-${1000 + number}`;
  const [first, second] = stores;
  await first.save({
    enquiry: anEnquiry({ id, key: id, reference }),
    event: anEvent({ what: 'opened' }),
    notices: [],
  });
  let reads = 0;
  const claiming = claimants.map((actor, turn): Promise<ClaimOutcome> => {
    // Who comes first in the line changes from pair to pair.
    const store = (turn + number) % 2 === 0 ? first : second;
    const find: Store['find'] = (asked) => {
      reads += 1;
      return store.find(asked);
    };
    const deps = { store: { find, save: store.save }, now: () => nine, newId: randomUUID };
    return claimEnquiry(deps, { enquiryId: id, actor });
  });
  const outcomes = await Promise.all(number % 4 < 2 ? claiming : claiming.reverse());

  const enquiry = await second.find(id);
  const claims = (await first.timeline(id)).filter(({ what }) => what === 'claimed');
  const owner = enquiry?.status === 'claimed' ? enquiry.owner : undefined;
  const told = outcomes.filter(({ kind }) => kind === 'claimed');
  const others = outcomes.filter(({ kind }) => kind !== 'claimed');
  const found: Finding[] = [];
  if (told.length > 1 || claims.length > 1) found.push('doubled');
  if (owner === undefined || told.length === 0 || claims.length === 0) found.push('unclaimed');
  const isRight =
    others.every((one) => one.kind === 'taken' && one.by === owner) &&
    told.every((one) => one.kind === 'claimed' && one.enquiry.status === 'claimed') &&
    told.every(
      (one) => 'enquiry' in one && 'owner' in one.enquiry && one.enquiry.owner === owner,
    ) &&
    claims.every(({ details }) => details?.who === owner);
  if (!isRight) found.push('mistold');
  if (reads > claimants.length) found.push('met');
  return found;
}
