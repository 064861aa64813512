import { describe, expect, test } from 'vitest';
import { readPhones } from '../../src/releases/contact-phone.ts';

const numbers = (line: string) =>
  readPhones(line).phones.map(({ e164, kind }) => `${e164} ${kind}`);

describe('readPhones()', () => {
  test.each([
    // Singapore, in every print.
    ['Tel: 6123 4567', ['+6561234567 office']],
    ['Tel: 61234567', ['+6561234567 office']],
    ['DID : (65) 6123 4567', ['+6561234567 office']],
    ['6123-4567', ['+6561234567 office']],
    ['+65 6123 4567', ['+6561234567 office']],
    ['65 6123 4567', ['+6561234567 office']],
    ['(65) 9123 4567', ['+6591234567 mobile']],
    ['3123 4567', ['+6531234567 office']],
    // A mobile is told by its label or by its first digit.
    ['Mobile: 9123 4567', ['+6591234567 mobile']],
    ['HP : +65 8123 4567', ['+6581234567 mobile']],
    ['Tel: 9123 4567', ['+6591234567 mobile']],
    ['Mobile: +1 (669) 227-0492', ['+16692270492 mobile']],
    // Several on a line.
    ['Tel: 6123 4567 / 9123 4567', ['+6561234567 office', '+6591234567 mobile']],
    ['Tel: +65 6123 4567, Mobile: +65 9123 4567', ['+6561234567 office', '+6591234567 mobile']],
    ['Tel: 6123 4567; HP: 9123 4567', ['+6561234567 office', '+6591234567 mobile']],
    // Elsewhere.
    ['+44 20 7946 0958', ['+442079460958 office']],
    ['202-272-2004 (V), 202-272-2074 (TTY)', ['+12022722004 office']],
    ['telephone (202) 272-2004', ['+12022722004 office']],
    // No telephone of a person.
    ['Tel: 6123 4567 Fax: 6123 4000', ['+6561234567 office']],
    ['Fax: 6123 4000', []],
    ['Singapore 179434', []],
    ['17 to 19 January 2020', []],
    ['Call 1800-376-0000', []],
    ['/media-hub/press-releases/30032023/', []],
  ])('%s', (line, expected) => {
    expect(numbers(line)).toEqual(expected);
  });

  test('prints a number as it stands, and gives back the words around it', () => {
    expect(readPhones('Ann Poe, (65) 6123 4567')).toEqual({
      phones: [{ e164: '+6561234567', printed: '(65) 6123 4567', kind: 'office' }],
      misprints: [],
      rest: expect.stringMatching(/^Ann Poe,\s*$/),
    });
  });

  test.each([
    ['Tel: 9674 552', ['9674 552']],
    ['(65) 622 4300', ['(65) 622 4300']],
    ['DID: 6123 45678', ['6123 45678']],
    // Without a label it may be anything.
    ['9674 552', []],
    ['Tel: 6123 4567', []],
  ])('reports the misprint in "%s"', (line, expected) => {
    expect(readPhones(line).misprints).toEqual(expected);
  });
});
