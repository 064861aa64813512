import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { openPeople } from '../../src/slack/people.ts';

type Answers = {
  readonly info?: () => unknown;
  readonly group?: () => unknown;
  readonly byEmail?: () => unknown;
};

const mei = {
  id: 'UMEI',
  team_id: 'THOME',
  name: 'mei',
  tz: 'Asia/Singapore',
  profile: { real_name: 'Mei Tan', email: 'mei@agency.gov.sg' },
};

/** People of a Slack that answers as told, and how often it was asked. */
function peopleOf(answers: Answers, staff = { userGroup: 'SDESK', people: [] as string[] }) {
  let now = new Date('2026-11-25T06:00:00Z').getTime();
  const asked = { info: 0, group: 0, byEmail: 0 };
  const fetch = async (url: string | URL | Request) => {
    const method = String(url).split('/').at(-1);
    const about =
      method === 'users.info' ? 'info' : method === 'usergroups.users.list' ? 'group' : 'byEmail';
    asked[about] += 1;
    const answer = answers[about]?.();
    if (answer === undefined) throw new TypeError('fetch failed');
    return Response.json(answer);
  };
  const client = new webApi.WebClient('xoxb-x', {
    fetch: fetch as never,
    retryConfig: { retries: 0 },
    logLevel: 'error' as never,
  });
  const people = openPeople({
    client,
    home: { teamId: 'THOME', enterpriseId: undefined },
    staff: () => staff,
    now: () => new Date(now),
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const wait = (minutes: number) => {
    now += minutes * 60_000;
  };
  return { people, asked, wait };
}

const inGroup = {
  info: () => ({ ok: true, user: mei }),
  group: () => ({ ok: true, users: ['UMEI'] }),
};

describe('a person', () => {
  test('is staff by the group that desk.yml names, with name and zone', async () => {
    const { people } = peopleOf(inGroup);
    expect(await people.person('UMEI')).toEqual({
      standing: 'staff',
      name: 'Mei Tan',
      zone: 'Asia/Singapore',
      teamId: 'THOME',
      email: 'mei@agency.gov.sg',
    });
  });

  test.each<[string, Answers]>([
    ['Slack cannot be reached', {}],
    ['Slack knows nobody', { info: () => ({ ok: false, error: 'user_not_found' }) }],
    ['the answer makes no sense', { info: () => ({ ok: true, user: { id: 7 } }) }],
    [
      'the group cannot be read',
      { info: inGroup.info, group: () => ({ ok: false, error: 'no_such_subteam' }) },
    ],
  ])('is an outsider where %s', async (_, answers) => {
    const { people } = peopleOf(answers);
    expect((await people.person('UMEI')).standing).toBe('outsider');
  });

  test('is asked for once in five minutes, and then anew', async () => {
    const { people, asked, wait } = peopleOf(inGroup);
    await people.person('UMEI');
    wait(4.9);
    await people.person('UMEI');
    expect(asked).toMatchObject({ info: 1, group: 1 });
    wait(0.2);
    await people.person('UMEI');
    expect(asked).toMatchObject({ info: 2, group: 2 });
  });

  test('who left the group is no longer staff five minutes later', async () => {
    let users = ['UMEI'];
    const { people, wait } = peopleOf({ ...inGroup, group: () => ({ ok: true, users }) });
    expect((await people.person('UMEI')).standing).toBe('staff');
    users = [];
    wait(5.1);
    expect((await people.person('UMEI')).standing).toBe('insider');
  });

  test('who could not be looked up is looked up again at once', async () => {
    let isUp = false;
    const { people } = peopleOf({ ...inGroup, info: () => (isUp ? inGroup.info() : undefined) });
    expect((await people.person('UMEI')).standing).toBe('outsider');
    isUp = true;
    expect((await people.person('UMEI')).standing).toBe('staff');
  });

  test('is staff by desk.yml alone where it names no group', async () => {
    const listed = peopleOf(inGroup, {
      userGroup: undefined as never,
      people: ['mei@agency.gov.sg'],
    });
    expect((await listed.people.person('UMEI')).standing).toBe('staff');
    expect(listed.asked.group).toBe(0);
  });
});

describe('an address', () => {
  test('is found in any case, once in five minutes', async () => {
    const { people, asked } = peopleOf({ byEmail: () => ({ ok: true, user: mei }) });
    expect(await people.idByEmail('Mei@Agency.gov.sg')).toBe('UMEI');
    expect(await people.idByEmail('mei@agency.gov.sg')).toBe('UMEI');
    expect(asked.byEmail).toBe(1);
  });

  test('of nobody is nobody, and asked for again', async () => {
    const { people, asked } = peopleOf({
      byEmail: () => ({ ok: false, error: 'users_not_found' }),
    });
    expect(await people.idByEmail('x@y.example')).toBeUndefined();
    expect(await people.idByEmail('x@y.example')).toBeUndefined();
    expect(asked.byEmail).toBe(2);
  });
});
