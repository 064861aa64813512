import { handleOf, isExternal, isStranger, personOf } from './people.ts';
import type { SlackCore } from './slack-core.ts';
import {
  type Answer,
  type Args,
  failure,
  type Method,
  missing,
  ok,
  paged,
  textOf,
} from './web-api-method.ts';
import type { WorldPerson } from './world.ts';

export const peopleMethods: Readonly<Record<string, Method>> = {
  'users.info': { scopes: ['users:read'], run: info },
  'users.lookupByEmail': { scopes: ['users:read', 'users:read.email'], run: lookup },
  'users.list': {
    scopes: ['users:read'],
    run: (core, args) => {
      const own = Object.values(core.state.people).filter((person) => !isExternal(core, person));
      const { page, next } = paged(own, args, 200);
      return ok({
        members: page.map((person) => userObject(core, person)),
        response_metadata: { next_cursor: next },
      });
    },
  },
  'usergroups.list': {
    scopes: ['usergroups:read'],
    run: ({ world }) =>
      ok({
        usergroups: world.groups.map(({ id, handle, name }) => ({
          id,
          team_id: world.homeId,
          handle,
          name,
        })),
      }),
  },
  'usergroups.users.list': {
    scopes: ['usergroups:read'],
    run: ({ world }, args) => {
      const group = world.groups.find(({ id }) => id === args.usergroup);
      return group === undefined ? failure('no_such_subteam') : ok({ users: group.memberIds });
    },
  },
};

function info(core: SlackCore, args: Args): Answer {
  const lacking = missing(args, 'user');
  if (lacking !== undefined) return lacking;
  const person = personOf(core, textOf(args, 'user') ?? '');
  return person === undefined ? failure('user_not_found') : ok({ user: userObject(core, person) });
}

function lookup(core: SlackCore, args: Args): Answer {
  const lacking = missing(args, 'email');
  if (lacking !== undefined) return lacking;
  const email = textOf(args, 'email')?.toLowerCase();
  const person = Object.values(core.state.people).find(
    (each) =>
      each.email?.toLowerCase() === email && !isExternal(core, each) && each.deleted !== true,
  );
  return person === undefined ? failure('users_not_found') : ok({ user: userObject(core, person) });
}

/** A person as `users.info` gives them. An outsider comes without e-mail and locale (docs, *Slack Connect*). */
export function userObject(
  core: SlackCore,
  person: WorldPerson,
): Readonly<Record<string, unknown>> {
  const external = isExternal(core, person);
  const seesEmail = !external && core.world.app.scopes.includes('users:read.email');
  return {
    id: person.id,
    team_id: person.workspaceId,
    name: handleOf(person),
    real_name: person.name,
    deleted: person.deleted ?? false,
    tz: person.zone,
    tz_label: person.zone,
    tz_offset: offsetSeconds(person.zone, core.now()),
    profile: {
      title: person.title,
      real_name: person.name,
      real_name_normalized: person.name,
      display_name: handleOf(person),
      display_name_normalized: handleOf(person),
      team: person.workspaceId,
      ...(seesEmail && person.email !== undefined && { email: person.email }),
    },
    is_admin: false,
    is_owner: false,
    is_restricted: person.kind === 'guest' || person.kind === 'single-channel-guest',
    is_ultra_restricted: person.kind === 'single-channel-guest',
    is_bot: person.kind === 'bot',
    is_app_user: false,
    ...(external && { is_stranger: isStranger(core, person) }),
    updated: 0,
  };
}

function offsetSeconds(zone: string, at: Date): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  const seconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
  return sign === '-' ? -seconds : seconds;
}
