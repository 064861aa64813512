import { describe, expect, test } from 'vitest';
import { readContacts } from '../../src/releases/read-contacts.ts';

describe('readContacts()', () => {
  test('reads the people at the foot of a release with all that is printed of them', () => {
    const body = [
      'For more information, please visit this page.',
      '',
      '---',
      '',
      '**For media enquiries, please contact:**',
      '',
      'Tan Wei Ming<br>',
      'Senior Manager, Adoption and Engagement Directorate<br>',
      'Smart Nation Office, Prime Minister’s Office, Singapore<br>',
      'Mobile: +65 9123 4567<br>',
      'Email: [TAN_Wei_Ming@example.gov.sg](mailto:TAN_Wei_Ming@example.gov.sg)',
      '',
      'Mr Daniel Koh<br>',
      'Assistant Director, Adoption and Engagement Directorate<br>',
      'Smart Nation Office, Prime Minister’s Office, Singapore<br>',
      'Tel: 6123 4567<br>',
      'Email: daniel_koh@example.gov.sg',
    ].join('\n');
    expect(readContacts(body, 11)).toEqual({
      contacts: [
        {
          name: 'Tan Wei Ming',
          honorific: null,
          role: 'Senior Manager, Adoption and Engagement Directorate',
          organisation: 'Smart Nation Office, Prime Minister’s Office, Singapore',
          phones: [{ e164: '+6591234567', printed: '+65 9123 4567', kind: 'mobile' }],
          email: 'TAN_Wei_Ming@example.gov.sg',
          lines: [
            'Tan Wei Ming',
            'Senior Manager, Adoption and Engagement Directorate',
            'Smart Nation Office, Prime Minister’s Office, Singapore',
            'Mobile: +65 9123 4567',
            'Email: TAN_Wei_Ming@example.gov.sg',
          ],
          line: 17,
        },
        {
          name: 'Daniel Koh',
          honorific: 'Mr',
          role: 'Assistant Director, Adoption and Engagement Directorate',
          organisation: 'Smart Nation Office, Prime Minister’s Office, Singapore',
          phones: [{ e164: '+6561234567', printed: '6123 4567', kind: 'office' }],
          email: 'daniel_koh@example.gov.sg',
          lines: [
            'Mr Daniel Koh',
            'Assistant Director, Adoption and Engagement Directorate',
            'Smart Nation Office, Prime Minister’s Office, Singapore',
            'Tel: 6123 4567',
            'Email: daniel_koh@example.gov.sg',
          ],
          line: 23,
        },
      ],
      problems: [],
      blocks: [{ from: 15, to: 27 }],
    });
  });

  test('finds nobody in a release without a block', () => {
    expect(
      readContacts(
        '1. Email us at <a href="mailto:report@example.gov.sg">report@example.gov.sg</a>.',
        3,
      ),
    ).toEqual({
      contacts: [],
      problems: [],
      blocks: [],
    });
  });
});
