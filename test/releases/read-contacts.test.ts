import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContacts } from '../../src/releases/read-contacts.ts';

/** Name, honorific, role, organisation, numbers and address of everybody found, each on one line. */
const people = (body: string): string[] =>
  readContacts(body, 1).contacts.map(({ name, honorific, role, organisation, phones, email }) =>
    [
      name,
      honorific,
      role,
      organisation,
      phones.length === 0 ? null : phones.map(({ e164 }) => e164).join(' '),
      email,
    ]
      .map((value) => value ?? '-')
      .join(' | '),
  );

const announced = (...lines: string[]): string =>
  ['**For media enquiries, please contact:**', '', ...lines].join('\n');

const asha =
  'Asha Menon | Ms | Manager, Corporate Communications | Parks Board | +6561234567 | asha_menon@example.sg';
const ben =
  'BENG Kah Hoe | Mr | Director | Ministry of Rivers | +6591234567 | beng_kah_hoe@example.sg';

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
      'Assistant Director, Adoption &amp; Engagement Directorate<br>',
      'Smart Nation Office, Prime Minister’s Office, Singapore<br>',
      'Tel: 6123 4567 Fax: 6123 4000<br>',
      'Email: daniel_koh@example.gov.sg',
      '',
      '**ANNEX A**',
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
          role: 'Assistant Director, Adoption & Engagement Directorate',
          organisation: 'Smart Nation Office, Prime Minister’s Office, Singapore',
          phones: [{ e164: '+6561234567', printed: '6123 4567', kind: 'office' }],
          email: 'daniel_koh@example.gov.sg',
          lines: [
            'Mr Daniel Koh',
            'Assistant Director, Adoption & Engagement Directorate',
            'Smart Nation Office, Prime Minister’s Office, Singapore',
            'Tel: 6123 4567 Fax: 6123 4000',
            'Email: daniel_koh@example.gov.sg',
          ],
          line: 23,
        },
      ],
      problems: [],
      blocks: [{ from: 15, to: 27 }],
    });
  });

  describe('reads every way in which lines are ended and people parted', () => {
    const rows = [
      [
        'Asha Menon (Ms)',
        'Manager, Corporate Communications',
        'Parks Board',
        'Tel: 6123 4567',
        'Email: asha_menon@example.sg',
      ],
      [
        'Mr BENG Kah Hoe',
        'Director',
        'Ministry of Rivers',
        'HP: 9123 4567',
        'Email: beng_kah_hoe@example.sg',
      ],
    ];
    const layouts: [string, (people: string[][]) => string][] = [
      ['<br> at the end', (all) => all.map((one) => one.join('<br>\n')).join('\n\n')],
      ['two blanks at the end', (all) => all.map((one) => one.join('  \n')).join('  \n  \n')],
      ['<br> at the start', (all) => all.map((one) => one.join('\n<br>')).join('\n<br>\n<br>')],
      ['bare line ends, nobody parted', (all) => all.map((one) => one.join('\n')).join('\n')],
      ['backslashes', (all) => all.map((one) => one.join('\\\n')).join('\n\n')],
      ['CRLF', (all) => all.map((one) => one.join('<br>\r\n')).join('\r\n\r\n')],
      [
        'editor HTML',
        (all) =>
          all
            .map(
              ([name, ...rest]) => `<p><strong>${name}</strong>\n<br>${rest.join('\n<br>')}\n</p>`,
            )
            .join('\n'),
      ],
      [
        'a paragraph a line',
        (all) =>
          all
            .flat()
            .map((line) => `<p>${line}</p>`)
            .join(''),
      ],
      [
        'a table cell a person',
        (all) =>
          `<table><tr>${all.map((one) => `<td><p>${one.join('<br>')}</p></td>`).join('')}</tr></table>`,
      ],
      [
        'a table row a person',
        (all) =>
          `<table>${all.map((one) => `<tr>${one.map((line) => `<td>${line}</td>`).join('')}</tr>`).join('')}</table>`,
      ],
      [
        'a Markdown table',
        (all) =>
          [
            '| Name | Designation | Organisation | Tel | Email |',
            '|---|---|---|---|---|',
            ...all.map((one) => `| ${one.join(' | ')} |`),
          ].join('\n'),
      ],
    ];
    test.each(layouts)('%s', (_name, layout) => {
      expect(people(announced(layout(rows)))).toEqual([asha, ben]);
    });
  });

  describe('tells name, role and organisation apart', () => {
    const foot = ['Tel: 6123 4567', 'asha_menon@example.sg'];
    test.each([
      // Where the honorific stands.
      ['(Ms) Asha Menon', 'Manager', 'Parks Board', 'Asha Menon | Ms | Manager | Parks Board'],
      ['**Asha Menon (Ms**)', 'Manager', 'Parks Board', 'Asha Menon | Ms | Manager | Parks Board'],
      ['Asha Menon, Mrs', 'Manager', 'Parks Board', 'Asha Menon | Mrs | Manager | Parks Board'],
      ['**Dr Asha MENON**', 'Manager', 'Parks Board', 'Asha MENON | Dr | Manager | Parks Board'],
      // Which line is which.
      [
        'Asha Menon',
        'Manager,',
        'Media Relations',
        'Parks Board',
        'Asha Menon | - | Manager, Media Relations | Parks Board',
      ],
      [
        'Asha Menon',
        'River Community Services',
        'Lead, Media Relations',
        'Asha Menon | - | Lead, Media Relations | River Community Services',
      ],
      [
        'Asha Menon',
        'Meta',
        'Communications Manager',
        'Asha Menon | - | Communications Manager | Meta',
      ],
      [
        'Asha Menon',
        'Manager',
        'Digital Office,',
        'Prime Minister’s Office',
        'Asha Menon | - | Manager | Digital Office, Prime Minister’s Office',
      ],
      [
        'Asha Menon',
        'Senior Manager Parks and Rivers Agency',
        'Asha Menon | - | Senior Manager | Parks and Rivers Agency',
      ],
      [
        'Asha Menon',
        'Communications and Marketing Group, GovTech',
        'Asha Menon | - | Communications and Marketing Group | GovTech',
      ],
      [
        'Asha Menon',
        'Corporate Communications Division',
        'Parks Board',
        'Asha Menon | - | Corporate Communications Division | Parks Board',
      ],
      [
        'Asha Menon (Media Relations)',
        'River Healthcare',
        'Asha Menon | - | Media Relations | River Healthcare',
      ],
      ['Asha Menon', 'Manager', 'A*STAR', 'Asha Menon | - | Manager | A*STAR'],
      // What is not printed stays out.
      ['Asha Menon', 'Asha Menon | - | - | -'],
      ['Asha Menon', 'Senior Manager', 'Asha Menon | - | Senior Manager | -'],
      ['Asha Menon', 'Parks Board', 'Asha Menon | - | - | Parks Board'],
      ['Corporate Communications', 'Parks Board', '- | - | Corporate Communications | Parks Board'],
      // Lines that say nothing of a person.
      [
        'Asha Menon',
        'Manager',
        'Parks Board',
        '100 High Street, #08-02',
        'Singapore 179434',
        'Asha Menon | - | Manager | Parks Board',
      ],
      [
        'Name: Asha Menon',
        'Designation: Manager',
        'Organisation: Parks Board',
        'Asha Menon | - | Manager | Parks Board',
      ],
    ])('%s / %s / …', (...row) => {
      const expected = row.at(-1);
      const body = announced([...row.slice(0, -1), ...foot].join('<br>\n'));
      expect(people(body)).toEqual([`${expected} | +6561234567 | asha_menon@example.sg`]);
    });
  });

  test('takes the organisation printed above several people, but not a place', () => {
    const person = (name: string, own: string[] = []) =>
      [
        name,
        'Manager, Corporate Communications',
        ...own,
        `${name.toLowerCase().replace(' ', '_')}@example.sg`,
      ].join('<br>\n');
    const role = 'Manager, Corporate Communications';
    expect(
      people(
        announced(
          '**CSA**',
          '',
          person('Asha Menon'),
          '',
          person('Wei Lin'),
          '',
          '_GovTech_',
          '',
          person('Siti Aminah'),
        ),
      ),
    ).toEqual([
      `Asha Menon | - | ${role} | CSA | - | asha_menon@example.sg`,
      `Wei Lin | - | ${role} | CSA | - | wei_lin@example.sg`,
      `Siti Aminah | - | ${role} | GovTech | - | siti_aminah@example.sg`,
    ]);
    expect(
      people(
        announced(
          '_In Australia:_  ',
          person('Asha Menon', ['Parks Board']),
          '',
          '_In Singapore:_  ',
          person('Wei Lin'),
        ),
      ),
    ).toEqual([
      `Asha Menon | - | ${role} | Parks Board | - | asha_menon@example.sg`,
      `Wei Lin | - | ${role} | - | - | wei_lin@example.sg`,
    ]);
  });

  test('reads a press desk without a name, a paragraph a line, in a table', () => {
    const cell = (...lines: string[]) =>
      `<td>${lines.map((line) => `<p>${line}</p>`).join('')}</td>`;
    const body = `<p>Media Contacts</p><table><tr>${cell('Corporate Communications', 'Parks Development Corporation', '<a href="mailto:asha@example.sg">communications@example.sg</a>')}${cell('Wei Lin (Ms)', 'Director', 'River Agency', 'Contact: 9123 4567', 'wei_lin@example.com')}</tr></table>`;
    expect(people(body)).toEqual([
      '- | - | Corporate Communications | Parks Development Corporation | - | communications@example.sg',
      'Wei Lin | Ms | Director | River Agency | +6591234567 | wei_lin@example.com',
    ]);
  });

  test('keeps the name of a person who answers from the mailbox of an office', () => {
    expect(
      people(announced('Asha Menon<br>', 'NEA<br>', 'Director<br>', 'Email: press@example.sg')),
    ).toEqual(['Asha Menon | - | Director | NEA | - | press@example.sg']);
  });

  test('gives a department below an address to the person above it', () => {
    const block = [
      'Asha Menon (Ms)',
      'Tel: 6123 4567',
      'Email: asha_menon@example.sg',
      'Corporate Communications Division',
      'Ministry of Rivers',
    ];
    const next = [
      'Wei Lin (Ms)',
      'Tel: 6123 4568',
      'Email: wei_lin@example.sg',
      'Corporate Communications Division',
      'Ministry of Rivers',
    ];
    expect(people(announced(block.join('  \n'), '', next.join('  \n')))).toEqual([
      'Asha Menon | Ms | Corporate Communications Division | Ministry of Rivers | +6561234567 | asha_menon@example.sg',
      'Wei Lin | Ms | Corporate Communications Division | Ministry of Rivers | +6561234568 | wei_lin@example.sg',
    ]);
  });

  test('reads people within a sentence', () => {
    expect(
      people(
        '6. For media queries, please contact Asha Menon at 6123-4567 or asha_menon@example.sg.',
      ),
    ).toEqual(['Asha Menon | - | - | - | +6561234567 | asha_menon@example.sg']);
    expect(
      people(
        '<li>For queries, please contact Asha Menon (asha@example.sg), or Wei Lin (wei_lin@example.sg).</li>',
      ),
    ).toEqual([
      'Asha Menon | - | - | - | - | asha@example.sg',
      'Wei Lin | - | - | - | - | wei_lin@example.sg',
    ]);
    expect(
      people(
        'CONTACT PERSON FOR MORE INFORMATION: Ann Poe, Press Secretary, NCD, 1 F Street NW, Suite 850; 202-272-2004 (V), 202-272-2074 (TTY), or [apoe@example.gov](mailto:apoe@example.gov).',
      ),
    ).toEqual(['Ann Poe | - | Press Secretary | NCD | +12022722004 | apoe@example.gov']);
  });

  test('prints the address that is seen, and tells the editor of a link that writes to somebody else', () => {
    const { contacts, problems } = readContacts(
      announced(
        'Asha Menon<br>',
        'Parks Board<br>',
        'Email: [asha_menon@example.sg](mailto:WEI_Lin@example.sg )',
      ),
      7,
    );
    expect(contacts[0]?.email).toBe('asha_menon@example.sg');
    expect(problems).toEqual([
      expect.objectContaining({
        level: 'warning',
        line: 11,
        message: expect.stringContaining('WEI_Lin@example.sg'),
      }),
    ]);
  });

  test('leaves out a number that cannot be dialled, and says so', () => {
    const { contacts, problems } = readContacts(
      announced('Asha Menon<br>', 'Parks Board<br>', 'Tel: 9674 552<br>', 'asha_menon@example.sg'),
      1,
    );
    expect(contacts[0]?.phones).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ line: 5, message: expect.stringContaining('9674 552') }),
    ]);
  });

  test('reports a block that is announced and holds nobody', () => {
    const { contacts, problems, blocks } = readContacts(
      announced('**About the Board**', '', 'Write to info@example.sg.'),
      1,
    );
    expect(contacts).toEqual([]);
    expect(blocks).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ level: 'warning', line: 1 })]);
  });

  describe('ends a block where something else begins', () => {
    test.each([
      ['a rule', '---', ''],
      ['an annex', '**ANNEX A**', ''],
      ['boilerplate', '### About the Parks Board', ''],
      ['a footnote', '[^1]: Write to other@example.sg.', ''],
      [
        'a note with an address',
        '_Members of the public may write to us about this at other@example.sg_',
        '',
      ],
      ['who issued it', '[Jointly issued by A and B](https://example.sg)', ''],
    ])('%s', (_name, line) => {
      const body = announced(
        'Asha Menon<br>',
        'Parks Board<br>',
        'asha_menon@example.sg',
        '',
        line,
        '',
        'Help desk<br>',
        'Rivers Office<br>',
        'help@example.sg',
      );
      expect(people(body)).toEqual([
        'Asha Menon | - | - | Parks Board | - | asha_menon@example.sg',
      ]);
    });
  });

  test('reads several blocks, each with its own organisation', () => {
    const body = [
      'For further information on OGP, contact:',
      '',
      'Asha Menon<br>Senior Manager<br>asha@example.sg',
      '',
      'For further information on the DPGA, contact:',
      '',
      'Wei Lin<br>Head of Communications<br>wei@example.net',
    ].join('\n');
    expect(people(body)).toEqual([
      'Asha Menon | - | Senior Manager | OGP | - | asha@example.sg',
      'Wei Lin | - | Head of Communications | DPGA | - | wei@example.net',
    ]);
    expect(readContacts(body, 1).blocks).toEqual([
      { from: 1, to: 3 },
      { from: 5, to: 7 },
    ]);
  });

  test('finds two people in a row at the very end, though no line announces them', () => {
    const body = [
      '**About the Board**',
      '',
      'The Board looks after parks. For more information, please visit example.sg and follow us on every channel there is, day by day.',
      '',
      'Asha Menon (Ms)<br>Manager, Corporate Communications<br>Parks Board<br>Tel: 6123 4567<br>asha_menon@example.sg',
      '',
      'BENG Kah Hoe (Mr)<br>Director<br>Ministry of Rivers<br>HP: 9123 4567<br>beng_kah_hoe@example.sg',
    ].join('\n');
    expect(people(body)).toEqual([asha, ben]);
  });

  describe('takes nobody where addresses are no press contacts', () => {
    test.each([
      [
        'a reporting channel',
        'c) Email us at <a class="spamspan" href="mailto:report@example.sg">report@example.sg</a>.',
      ],
      [
        'a consultation',
        '<p>Ministry of Rivers<br>100 High Street, #08-02<br>Fax: 6332 8842<br>Email: Consultation@example.sg</p>',
      ],
      [
        'applicants',
        '6. For further queries, law firms may contact us at <Consultation@example.sg>.',
      ],
      [
        'the public',
        'For queries on the scheme, the public can contact the Rivers Board at member@example.sg or call 1800-227-1188.',
      ],
      ['a bureau', 'For more information, please contact Official Assignee at oa@example.sg.'],
      [
        'a reply to media queries',
        '## Reply to media queries on parks\n\nMr Tan Ah Kow said: write to parks@example.sg',
      ],
      [
        'a table of help',
        '<table><tr><th>Contact Details</th></tr><tr><td>1</td><td>Rose Life Counselling</td><td>Address: 151 Chin Swee Road<br>Tel: 6659 7844<br>Email: admin@example.sg</td></tr></table>',
      ],
    ])('%s', (_name, body) => {
      expect(readContacts(body, 1)).toEqual({ contacts: [], problems: [], blocks: [] });
    });
  });

  test('never throws, and quotes only what is printed, whatever the body holds', () => {
    const scrap = fc.constantFrom(
      'For media enquiries, please contact:',
      'Contact Details',
      'Asha Menon (Ms)',
      'Manager',
      'Parks Board',
      'Tel: 6123 4567 / 9123 4567',
      'Fax: 6123 4000',
      'Email: [a_b@example.sg](mailto:c@example.sg)',
      '<p>',
      '</p>',
      '<br>',
      '<td>',
      '---',
      '| a | b |',
      '**',
      '\n',
      '\n\n',
      '&amp;nbsp;',
      '\\',
      '<!--',
      '-->',
    );
    const body = fc
      .array(fc.oneof({ weight: 4, arbitrary: scrap }, fc.string({ unit: 'binary' })), {
        maxLength: 40,
      })
      .map((scraps) => scraps.join('\n'));
    fc.assert(
      fc.property(body, fc.integer({ min: 1, max: 1000 }), (text, firstLine) => {
        const last = firstLine + text.split('\n').length - 1;
        const { contacts, problems, blocks } = readContacts(text, firstLine);
        for (const { lines, phones, email, line } of contacts) {
          for (const { printed } of phones) expect(lines.join('\n')).toContain(printed);
          if (email !== null) expect(lines.join('\n')).toContain(email);
          expect(line).toBeGreaterThanOrEqual(firstLine);
        }
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(last);
        for (const { from, to } of blocks) {
          expect(from).toBeGreaterThanOrEqual(firstLine);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(last);
        }
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    '<',
    '<a ',
    '<a@',
    '<!--',
    '[',
    '[](',
    '![',
    '_',
    '*',
    '\\',
    '&amp;',
    '&',
    '{:',
    '|',
    '(',
    '((',
    '@',
    'a@',
    'a.',
    '1 ',
    '65',
    '+65 ',
    'Mr ',
    'For media enquiries on ',
    'Media Contact\n',
    'contact ',
    'Tel: 6123 4567\n',
    'Asha Menon\n',
    'a@example.sg\nDirector\n',
    '<p>x\n',
    '<td>',
    '> ',
    '- ',
    ' ',
    '\u00a0',
    ', ',
    'A b, ',
  ])(
    'reads 200,000 characters of %j in bounded time',
    (piece) => {
      const hostile = piece.repeat(Math.ceil(200_000 / piece.length));
      const body = `For media enquiries, please contact:\n\n${hostile}`;
      expect(readContacts(body, 1).contacts.length).toBeLessThan(1000);
    },
    20_000,
  );
});
