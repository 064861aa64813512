import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainEvent, verifyChain } from '../../src/enquiries/chain-events.ts';
import type { EnquiryEvent } from '../../src/enquiries/event.ts';
import { enquiryRow, eventRow, outletKey, readRecord } from '../../src/store/rows.ts';
import { anEnquiry, anEvent, changed, claimedBy } from '../enquiries/an-enquiry.ts';

/** The rows of an enquiry of three steps. */
function rows() {
  const first = anEnquiry();
  const second = changed(first, { question: 'Since when, and why?' });
  const third = claimedBy(second, 'UOFFICER');
  const chain: EnquiryEvent[] = [];
  for (const enquiry of [first, second, third])
    chain.push(chainEvent(chain.at(-1), anEvent(), enquiry));
  return { enquiry: enquiryRow(third), events: chain.map(eventRow) };
}

test('what was written verifies when it is read', () => {
  const { enquiry, events } = rows();
  expect(verifyChain(readRecord(enquiry, events))).toBeUndefined();
});

describe('a single character changed by hand is noticed', () => {
  const proved = ['id', 'reference', 'key', 'status', 'document'] as const;
  const texts = ['what', 'at', 'details', 'digest', 'enquiry_digest', 'previous', 'hash'] as const;
  const change = (text: string, place: number, by: string) => {
    const at = place % text.length;
    return text.slice(0, at) + by + text.slice(at + 1);
  };
  const by = fc.constantFrom('0', 'x', ' ', '"', 'Z', '\u00e9');

  test('in an event', () => {
    fc.assert(
      fc.property(
        fc.nat(2),
        fc.constantFrom(...texts),
        fc.nat(),
        by,
        (n, column, place, letter) => {
          const { enquiry, events } = rows();
          const row = events[n] as (typeof events)[number];
          const before = row[column] ?? '';
          fc.pre(before !== '');
          row[column] = change(before, place, letter);
          fc.pre(row[column] !== before);
          expect(verifyChain(readRecord(enquiry, events))).toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  test('in the enquiry', () => {
    fc.assert(
      fc.property(fc.constantFrom(...proved), fc.nat(), by, (column, place, letter) => {
        const { enquiry, events } = rows();
        const before = enquiry[column];
        enquiry[column] = change(before, place, letter);
        fc.pre(enquiry[column] !== before);
        expect(verifyChain(readRecord(enquiry, events))).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['The Daily', 'the daily'],
  ['  THE   daily! ', 'the daily'],
  ['Zaobao 联合早报', 'zaobao 联合早报'],
  ['x'.repeat(500), 'x'.repeat(200)],
  ['\0', ''],
])('outletKey(%j) is %j', (outlet, key) => {
  expect(outletKey(outlet)).toBe(key);
});
