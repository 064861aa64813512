import { describe, expect, test } from 'vitest';
import { chooseRoute } from '../../src/desk/choose-route.ts';
import { type Desk, defaultDesk } from '../../src/desk/desk.ts';
import { sectorsIn } from '../../src/desk/sector-of.ts';
import type { Contact } from '../../src/releases/contact.ts';
import type { Release } from '../../src/releases/release.ts';

const now = new Date('2026-11-25T14:10:00+08:00');

const aContact = (name: string, organisation: string | null = null): Contact => ({
  name,
  honorific: null,
  role: null,
  organisation,
  phones: [],
  email: `${name.toLowerCase()}@agency.gov.sg`,
  lines: [name],
  line: 1,
});

const aRelease = (day: string | undefined): Release => ({
  id: 'ai',
  file: 'ai.md',
  title: 'AI strategy',
  date: day === undefined ? undefined : { day, source: 'file name' },
  kind: 'press-release',
  permalink: undefined,
  link: undefined,
  agency: undefined,
  sectors: [],
  language: 'en',
  passages: [],
  contacts: [],
  embargo: undefined,
  status: 'published',
  note: undefined,
  supersedes: [],
  version: '000000000000',
  problems: [],
});

const route = (
  desk: Partial<Desk>,
  contacts: readonly Contact[],
  {
    day = '2026-11-01',
    question = 'How much?',
    sector,
  }: { day?: string; question?: string; sector?: string } = {},
) => {
  const release = aRelease(day);
  return chooseRoute(
    {
      question,
      cited: contacts.length === 0 ? [] : [release],
      contacts: contacts.map((contact) => ({ contact, release })),
      ...(sector === undefined ? {} : { sector }),
    },
    { ...defaultDesk, ...desk },
    now,
  );
};

const tan = { email: 'tan@agency.gov.sg', name: 'Tan', away: [] };
const rota = [{ from: '2026-11-23', to: '2026-11-29', person: 'duty@agency.gov.sg' }];
const names = ({ to }: ReturnType<typeof route>) => to.map(({ name }) => name);

describe('chooseRoute()', () => {
  test('goes to all contacts of the cited release', () => {
    const chosen = route({ rota }, [aContact('Goh'), aContact('Lim')]);
    expect(names(chosen)).toEqual(['Goh', 'Lim']);
    expect(chosen).toMatchObject({ via: 'release', because: 'at the foot of “AI strategy”' });
  });

  test('skips who is away today and who has moved, and says so', () => {
    const people = [
      { ...tan, away: [{ from: '2026-11-25', to: '2026-11-27' }] },
      { email: 'lim@agency.gov.sg', away: [], movedTo: 'Ministry of Health' },
    ];
    const chosen = route({ people }, [aContact('Tan'), aContact('Lim'), aContact('Goh')]);
    expect(names(chosen)).toEqual(['Goh']);
    expect(chosen.skipped).toEqual([
      { name: 'Tan', why: 'is away until 27 Nov 2026' },
      { name: 'Lim', why: 'has moved to Ministry of Health' },
    ]);
  });

  test('of several bodies, asks the one that the question names', () => {
    const contacts = [
      aContact('Goh', 'Smart Nation Group'),
      aContact('Lim', 'Ministry of Health'),
      aContact('Ong', 'GovTech'),
    ];
    expect(names(route({}, contacts, { question: 'What did MOH say?' }))).toEqual(['Lim']);
    expect(names(route({}, contacts, { question: 'How many?' }))).toEqual(['Goh', 'Lim', 'Ong']);
  });

  test('an old release goes to the desk on duty, with its contacts named', () => {
    const chosen = route({ rota }, [aContact('Goh')], { day: '2019-11-19' });
    expect(chosen).toMatchObject({ via: 'duty', skipped: [{ name: 'Goh' }] });
    expect(names(chosen)).toEqual(['duty@agency.gov.sg']);
  });

  test('without a release: the sector’s contacts, then duty, then the fallback contact', () => {
    const sectors = [
      { name: 'Healthcare', words: ['hospital'], contacts: ['health@agency.gov.sg'] },
    ];
    const fallbackContact = { name: 'Press office' };
    const all = { sectors, rota, fallbackContact };
    expect(route(all, [], { sector: 'Healthcare' }).via).toBe('sector');
    expect(route(all, [], { sector: 'Education' }).via).toBe('duty');
    expect(names(route({ fallbackContact }, []))).toEqual(['Press office']);
    expect(route({}, [])).toMatchObject({ via: 'fallback', to: [] });
  });

  test('a swap stands above the rota', () => {
    const swaps = [{ from: '2026-11-25', to: '2026-11-25', person: 'tan@agency.gov.sg' }];
    const chosen = route({ rota, swaps, people: [tan] }, []);
    expect(names(chosen)).toEqual(['Tan']);
    expect(chosen.because).toContain('instead of duty@agency.gov.sg');
  });
});

describe('sectorsIn()', () => {
  const sectors = [
    { name: 'Healthcare', words: ['hospital', 'MOH'], contacts: [] },
    { name: 'Transport', words: ['port', 'bus'], contacts: [] },
  ];

  test.each([
    ['Which hospitals use it?', ['Healthcare']],
    ['The report supports this', []],
    ['MOH on the port and the bus', ['Transport', 'Healthcare']],
    ['transport', ['Transport']],
  ])('%j is about %j', (text, expected) => {
    expect(sectorsIn(text, { sectors })).toEqual(expected);
  });
});
