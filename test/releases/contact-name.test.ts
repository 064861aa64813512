import { describe, expect, test } from 'vitest';
import { isAddressOf, isPersonName, readName } from '../../src/releases/contact-name.ts';

describe('readName()', () => {
  test.each([
    ['Asha Menon', 'Asha Menon', null],
    ['Ms Asha Menon', 'Asha Menon', 'Ms'],
    ['Ms. Asha Menon', 'Asha Menon', 'Ms'],
    ['(Mr) BENG Kah Hoe', 'BENG Kah Hoe', 'Mr'],
    ['BENG Kah Hoe (Mr)', 'BENG Kah Hoe', 'Mr'],
    ['BENG Kah Hoe (Mr', 'BENG Kah Hoe', 'Mr'],
    ['BENG Kah Hoe(Mr.)', 'BENG Kah Hoe', 'Mr'],
    ['Poe-Lim Ai Boon, Mrs', 'Poe-Lim Ai Boon', 'Mrs'],
    ['Mrinal Sen', 'Mrinal Sen', null],
  ])('reads "%s"', (printed, name, honorific) => {
    expect(readName(printed)).toEqual({ name, honorific });
  });
});

describe('isPersonName()', () => {
  test.each([
    'Asha Menon',
    'TAN Wei Ming',
    'Ry-Anne LIM',
    'Nurul binte Ahmad',
    'Mark S. Poe',
    'Zoë O’Brien',
  ])('%s is one', (name) => expect(isPersonName(name)).toBe(true));
  test.each([
    'Asha',
    'Parks Board',
    'Corporate Communications',
    'Senior Manager',
    'Menon and Poe',
    'the Duty Officer',
    'Official Assignee',
    '',
  ])('%s is none', (name) => expect(isPersonName(name)).toBe(false));
});

describe('isAddressOf()', () => {
  test.each([
    ['Asha Menon', 'asha_menon@example.sg', true],
    ['Asha Menon', 'Menon.A@example.sg', true],
    ['Goy Kae Lip', 'goykl@example.sg', true],
    ['Asha Menon', 'banks@example.sg', false],
    ['Asha Menon', 'press@menon.sg', false],
  ])('%s, %s: %s', (name, address, expected) => {
    expect(isAddressOf(name, address)).toBe(expected);
  });
});
