import { describe, expect, test } from 'vitest';
import { type SlackUser, type Standing, standingOf } from '../../src/slack/standing.ts';

const home = { teamId: 'THOME', enterpriseId: undefined };
const grid = { teamId: 'THOME', enterpriseId: 'EHOME' };
const list = new Set(['USTAFF', 'mei@agency.gov.sg']);

const member = { id: 'UONE', team_id: 'THOME' };

describe('standingOf() sorts people, and whoever is in doubt is an outsider', () => {
  test.each<[string, SlackUser | undefined, Standing]>([
    // Those of the home workspace.
    ['somebody on the list, by id', { ...member, id: 'USTAFF' }, 'staff'],
    [
      'somebody on the list, by address in any case',
      { ...member, profile: { email: 'Mei@Agency.gov.sg' } },
      'staff',
    ],
    ['a member who is not on it', member, 'insider'],
    [
      'a member with every flag set to false',
      { ...member, is_stranger: false, is_bot: false },
      'insider',
    ],
    // Those who have the home workspace's id and are not of it, even where a list names them.
    ['a guest', { ...member, id: 'USTAFF', is_restricted: true }, 'outsider'],
    ['a guest of one channel', { ...member, id: 'USTAFF', is_ultra_restricted: true }, 'outsider'],
    ['a stranger', { ...member, id: 'USTAFF', is_stranger: true }, 'outsider'],
    ['somebody who left', { ...member, id: 'USTAFF', deleted: true }, 'outsider'],
    ['a bot', { ...member, id: 'USTAFF', is_bot: true }, 'outsider'],
    // Those of other workspaces.
    ['somebody of another workspace', { id: 'UONE', team_id: 'TOTHER' }, 'outsider'],
    ['the same, on the list', { id: 'USTAFF', team_id: 'TOTHER' }, 'outsider'],
    [
      'not a stranger, but of another workspace',
      { id: 'U', team_id: 'TOTHER', is_stranger: false },
      'outsider',
    ],
    ['somebody of whom Slack does not say', { id: 'USTAFF' }, 'outsider'],
    ['nobody that Slack knows', undefined, 'outsider'],
    // Grid means nothing to a workspace that is in none.
    [
      'somebody of an organisation',
      { id: 'USTAFF', enterprise_user: { enterprise_id: 'E1' } },
      'outsider',
    ],
  ])('%s', (_, user, expected) => {
    expect(standingOf(user, home, list)).toBe(expected);
  });

  test.each<[string, SlackUser, Standing]>([
    [
      'another workspace of the same organisation',
      { id: 'USTAFF', team_id: 'TSISTER', enterprise_user: { enterprise_id: 'EHOME' } },
      'staff',
    ],
    [
      'another organisation',
      { id: 'USTAFF', team_id: 'T2', enterprise_user: { enterprise_id: 'E2' } },
      'outsider',
    ],
    [
      'a guest of the same organisation',
      {
        id: 'USTAFF',
        team_id: 'T2',
        enterprise_user: { enterprise_id: 'EHOME' },
        is_restricted: true,
      },
      'outsider',
    ],
    [
      'an organisation that is not said',
      { id: 'USTAFF', team_id: 'T2', enterprise_user: {} },
      'outsider',
    ],
  ])('on Grid: %s', (_, user, expected) => {
    expect(standingOf(user, grid, list)).toBe(expected);
  });

  test('where desk.yml names nobody, every insider is staff, and nobody else', () => {
    expect(standingOf(member, home, undefined)).toBe('staff');
    expect(standingOf({ ...member, is_restricted: true }, home, undefined)).toBe('outsider');
  });

  test('an empty list is a list: then nobody is', () => {
    expect(standingOf(member, home, new Set())).toBe('insider');
  });
});
