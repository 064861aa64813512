import { expect, test } from 'vitest';
import { outletStanding } from '../../src/desk/known-outlet.ts';

const outlets = [
  { workspace: 'T0B1TAC0RA', name: 'La Bitácora' },
  { workspace: 'T0STRA1TST', name: 'The Straits Times' },
];

test.each([
  ['T0B1TAC0RA', 'La Bitácora', 'known'],
  ['T0B1TAC0RA', 'la bitacora', 'known'],
  ['T0B1TAC0RA', '', 'known'],
  ['T0STRA1TST', 'Straits Times', 'known'],
  ['T0B1TAC0RA', 'The Straits Times', 'unknown'],
  ['T0ELSEWHER', 'The Straits Times', 'unknown'],
  ['T0ELSEWHER', '', 'unknown'],
  ['', 'La Bitácora', 'unknown'],
])('somebody of %s who claims “%s” is %s', (workspace, claimed, standing) => {
  expect(outletStanding({ outlets }, { workspace, claimed, isStaff: false })).toBe(standing);
});

test('an office that keeps no list vouches for nobody and doubts nobody, nor its own people', () => {
  const stranger = { workspace: 'T0ELSEWHER', claimed: 'The Straits Times' };
  expect(outletStanding({ outlets: [] }, { ...stranger, isStaff: false })).toBe('not-kept');
  expect(outletStanding({ outlets }, { ...stranger, isStaff: true })).toBe('not-kept');
});
