import { describe, expect, test } from 'vitest';
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

const media = 'For media enquiries, please contact:\n\n';
const kai = 'Goh Kai Ming | Manager | Land Office | +6562345678 | goh_kai_ming@lo.gov.sg';
const nair = 'Devi Nair | Executive | Land Office | +6561234567 | devi_nair@lo.gov.sg';
const both = [nair, kai];
const bothOf = (role: string) => both.map((one) => one.replace(/Executive|Manager/, role));
const numbers = 'Tel: 6123 4567 / 6234 5678';
const addresses = 'Email: devi_nair@lo.gov.sg / goh_kai_ming@lo.gov.sg';

describe('people who share the lines of one block are read as two', () => {
  test.each([
    [
      'roles of their own',
      `Devi Nair / Goh Kai Ming\nExecutive / Manager\nLand Office\n${numbers}\n${addresses}`,
      both,
    ],
    [
      'one department',
      `Ms Devi Nair / Mr Goh Kai Ming\nCorporate Communications\nLand Office\n${numbers}\n${addresses}`,
      bothOf('Corporate Communications'),
    ],
    [
      '“and”',
      `Devi Nair and Goh Kai Ming\nPress Office\nLand Office\n${numbers}\n${addresses}`,
      bothOf('Press Office'),
    ],
    [
      'addresses the other way round',
      `Devi Nair / Goh Kai Ming\nExecutive / Manager\nLand Office\n${numbers}\ngoh_kai_ming@lo.gov.sg\ndevi_nair@lo.gov.sg`,
      both,
    ],
    [
      'one number',
      `Devi Nair / Goh Kai Ming\nExecutive / Manager\nLand Office\nTel: 6123 4567\n${addresses}`,
      [nair, kai.replace('62345678', '61234567')],
    ],
    [
      'numbers that could be anybody’s',
      `Devi Nair / Goh Kai Ming\nExecutive / Manager\nLand Office\nTel: 6123 4567\nTel: 6234 5678\nTel: 6345 6789\n${addresses}`,
      both.map((one) => one.replace(/ \| \+65\d+/, '')),
    ],
  ])('%s', (_, block, expected) => {
    expect(people(media + block)).toEqual(expected);
  });
});

test.each([
  ['the organisation before the role', 'Land Office, Executive'],
  ['a dash between them', 'Land Office – Executive'],
  ['a bar between them', 'Land Office | Executive'],
  ['each on its line, labelled', 'Designation: Executive\nOrganisation: Land Office'],
])('role and organisation are told apart with %s', (_, lines) => {
  expect(people(`${media}Devi Nair\n${lines}\n6123 4567\ndevi_nair@lo.gov.sg`)).toEqual([nair]);
});

test.each([
  'devi_nair[at]lo.gov.sg',
  'devi_nair (at) lo.gov.sg',
  'devi_nair [AT] lo.gov.sg',
  'devi_nair{at}lo.gov.sg',
  'devi_nair at lo dot gov dot sg',
  'devi_nair[at]lo[dot]gov[dot]sg',
  'devi_nair (at) lo (dot) gov (dot) sg',
])('an address spelt to be hidden from programs is read: %s', (address) => {
  const block = `Devi Nair\nExecutive\nLand Office\nTel: 6123 4567\nEmail: ${address}`;
  expect(people(media + block)).toEqual([nair]);
  expect(people(`For media enquiries, please contact ${address}.`)).toEqual([
    ' |  |  | devi_nair@lo.gov.sg',
  ]);
});

test.each([
  ['bars', 'Devi Nair | Executive | Land Office\n6123 4567 | devi_nair@lo.gov.sg'],
  ['dashes', 'Devi Nair – Executive, Land Office – devi_nair@lo.gov.sg – 6123 4567'],
  ['one line', 'Ms Devi Nair, Executive, Land Office, Tel: 6123 4567, Email: devi_nair@lo.gov.sg'],
  [
    'a label for each',
    'Name: Devi Nair\nDesignation: Executive\nOrganisation: Land Office\nContact No.: 6123 4567\nEmail: devi_nair@lo.gov.sg',
  ],
  [
    'a table',
    '| Name | Designation | Contact |\n|---|---|---|\n| Devi Nair | Executive, Land Office | 6123 4567<br>devi_nair@lo.gov.sg |',
  ],
  [
    'an extension in brackets',
    'Devi Nair\nExecutive\nLand Office\nOffice: 6123 4567 (Ext 12)\nE: devi_nair@lo.gov.sg',
  ],
  [
    'an extension',
    'Devi Nair\nExecutive\nLand Office\nOffice: 6123 4567 extn: 12\nE: devi_nair@lo.gov.sg',
  ],
  [
    'a cell',
    '<table><tr><td>Devi Nair<br>Executive<br>Land Office<br>6123 4567<br>devi_nair@lo.gov.sg</td></tr></table>',
  ],
])('one person is read from %s', (_, block) => {
  expect(people(media + block)).toEqual([nair]);
});

test.each([
  [
    'a slash between organisations',
    'Devi Nair\nExecutive\nLand Office / River Agency\ndevi_nair@lo.gov.sg',
    'Devi Nair | Executive | Land Office / River Agency | devi_nair@lo.gov.sg',
  ],
  [
    'a slash between roles',
    'Devi Nair\nManager / Spokesperson\nLand Office\ndevi_nair@lo.gov.sg',
    'Devi Nair | Manager / Spokesperson | Land Office | devi_nair@lo.gov.sg',
  ],
  [
    'a slash in the name',
    'Kumar s/o Rajan\nExecutive\nLand Office\nkumar_rajan@lo.gov.sg',
    'Kumar s/o Rajan | Executive | Land Office | kumar_rajan@lo.gov.sg',
  ],
])('%s makes nobody two', (_, block, expected) => {
  expect(people(media + block)).toEqual([expected]);
});

test.each([
  'Report littering to devi_nair[at]lo.gov.sg or call 6123 4567.',
  'Meet us at lo dot gov dot sg.',
  'For media enquiries, please contact the Land Office.\n\nVisitors may park at the gate.',
  'The helpline is 1800-255-0000. Email help (at) lo.gov.sg.',
  '**Contact us**\n\nFeedback Unit\nTel: 1800-255-0000\nfeedback@lo.gov.sg',
  'Members of the public may email Devi Nair at devi_nair@lo.gov.sg.',
  'For queries on the scheme, the public can contact:\n\nScheme Office\nscheme@lo.gov.sg',
  'Media response: the price is 6123 4567 dollars.',
  'For more information, please visit www.lo.gov.sg or look at @landoffice.',
  'Speakers:\n\nDevi Nair\nDirector\nLand Office\n\nGoh Kai Ming / Tan Mei\nManager\nRiver Agency',
  'Send entries to entries@lo.gov.sg by 3 May.\n\nDevi Nair\nDirector\nLand Office',
  'Media are invited to cover the launch at 10am at 12 Hill Street.',
  'c) Email us at <a class="spamspan" href="mailto:report@x.gov.sg">report@x.gov.sg</a>\n\nd) Call 1800-376-0000',
  '| Service | Telephone |\n|---|---|\n| Credit Help / Debt Help | 6123 4567 |\n| Debt Advice | 6234 5678 |',
  'In response to media queries, Ms Devi Nair, Director of the Land Office, said that 6123 4567 people came.',
  'Please send your views to:\n\nPolicy Division\nMinistry of Rivers\n100 High Street\nFax: 6332 8842\nEmail: rivers_consultation@mr.gov.sg',
  'RSVP: Goh Kai Ming at goh_kai_ming@lo.gov.sg by Friday.',
  'To apply, contact the school at 6123 4567 / 6234 5678.',
  'Press the button at the gate: contact 6123 4567.',
  'The press met at lo dot sg. Media Contact Point is a building at Wireless@SG.',
])('no press contact: %s', (body) => {
  expect(people(body)).toEqual([]);
});
