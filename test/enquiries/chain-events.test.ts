import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalJson,
  chainEvent,
  digestOf,
  verifyChain,
} from '../../src/enquiries/chain-events.ts';
import type { EnquiryRecord } from '../../src/enquiries/enquiry-store.ts';
import type { EnquiryEvent } from '../../src/enquiries/event.ts';
import { anEnquiry, anEvent, changed } from './an-enquiry.ts';

/** An enquiry of three steps, whole. */
function aRecord(): EnquiryRecord & { events: EnquiryEvent[] } {
  const first = anEnquiry();
  const second = changed(first, { question: 'Changed?' });
  const third = changed(second, { colleagues: ['UX'] });
  const events: EnquiryEvent[] = [];
  for (const enquiry of [first, second, third])
    events.push(chainEvent(events.at(-1), anEvent(), enquiry));
  return {
    id: first.id,
    reference: first.reference,
    document: JSON.parse(canonicalJson(third)),
    events,
  };
}

const at = (record: { events: EnquiryEvent[] }, n: number) => record.events[n] as EnquiryEvent;

test('verifyChain() finds nothing wrong with what was recorded', () => {
  expect(verifyChain(aRecord())).toBeUndefined();
});

describe('verifyChain() notices', () => {
  test.each<{ what: string; seq: number; tamper: (record: ReturnType<typeof aRecord>) => object }>([
    {
      what: 'other words in an event',
      seq: 2,
      tamper: (record) =>
        record.events.splice(1, 1, {
          ...at(record, 1),
          details: { who: 'UX', about: {}, salt: 's' },
        }),
    },
    {
      what: 'another time',
      seq: 1,
      tamper: (record) => record.events.splice(0, 1, { ...at(record, 0), at: new Date(0) }),
    },
    {
      what: 'another happening',
      seq: 3,
      tamper: (record) => record.events.splice(2, 1, { ...at(record, 2), what: 'resolved' }),
    },
    { what: 'an event taken out', seq: 2, tamper: (record) => record.events.splice(1, 1) },
    { what: 'the last event taken off', seq: 2, tamper: (record) => record.events.splice(2, 1) },
    { what: 'no events at all', seq: 1, tamper: (record) => record.events.splice(0) },
    { what: 'events in another order', seq: 1, tamper: (record) => record.events.reverse() },
    {
      what: 'an event made up and hashed anew',
      seq: 3,
      tamper: (record) =>
        record.events.splice(
          1,
          1,
          chainEvent(at(record, 0), anEvent({ what: 'released' }), anEnquiry()),
        ),
    },
    {
      what: 'details that vanished without an erasure',
      seq: 1,
      tamper: (record) => record.events.splice(0, 1, { ...at(record, 0), details: null }),
    },
    {
      what: 'an enquiry that was changed behind its timeline',
      seq: 3,
      tamper: (record) => Object.assign(record.document as object, { outlet: 'Other' }),
    },
  ])('$what', ({ seq, tamper }) => {
    const record = aRecord();
    tamper(record);
    expect(verifyChain(record)?.seq).toBe(seq);
  });
});

test('canonicalJson() is the same for equal values in whatever order their fields were set', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      expect(digestOf(JSON.parse(canonicalJson(value)))).toBe(digestOf(value));
    }),
  );
});
