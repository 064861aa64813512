import { expect, test } from 'vitest';
import { readContacts } from '../../src/releases/read-contacts.ts';

const people = (body: string) =>
  readContacts(`The Office opened a centre today.\n\n${body}\n`, 1).contacts.map(
    ({ name, role, organisation, phones, email }) =>
      [name, role, organisation, ...phones.map(({ e164 }) => e164), email].join(' | '),
  );
const devi = 'Devi Nair\nExecutive\nLand Office\ndevi@lo.gov.sg';
const found = ['Devi Nair | Executive | Land Office | devi@lo.gov.sg'];

test.each([
  ['members of the media may contact', `Members of the media may contact:\n\n${devi}`],
  ['interviews first', `For interviews and media queries, please reach out to:\n\n${devi}`],
  ['a liaison', `**Media Liaison**\n\n${devi}`],
  [
    'numbered people',
    'Media contacts:\n\n1. Devi Nair (Ms)<br>Executive, Land Office<br>devi@lo.gov.sg',
  ],
])('a block introduced or laid out as %s is read', (_, body) => {
  expect(people(body)).toEqual(found);
});

test('a label of one letter needs no colon before a number', () => {
  expect(
    people('Media enquiries:\n\nDevi Nair\nLand Office\nT +65 6123 4567\ndevi@lo.gov.sg'),
  ).toEqual(['Devi Nair |  | Land Office | +6561234567 | devi@lo.gov.sg']);
});

test.each([
  'Members of the media may contact the police.',
  'Journalists can reach the site by bus 910. The media may call at the gate.',
  '1. Kallang Court\n\n2. Bedok Court\n\nCall 6123 4567 or write to courts@x.gov.sg.',
])('no press contact: %s', (body) => {
  expect(people(body)).toEqual([]);
});
