import { webApi } from '@slack/bolt';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { type Home, SlackUser, type Standing, standingOf } from './standing.ts';

/** How long what Slack said of a person or a group is believed. Failures are not remembered. */
const BELIEVED_MS = 5 * 60_000;
/** Most people remembered: a flood of strangers must not fill the memory. */
const MOST_REMEMBERED = 5000;

export type KnownPerson = {
  readonly standing: Standing;
  readonly name: string;
  /** IANA zone from the profile, where Slack gives it. */
  readonly zone: string | undefined;
  readonly teamId: string | undefined;
  /** Where Slack gives it. */
  readonly email?: string | undefined;
};

/** Looks people up in Slack. Whoever cannot be looked up is an outsider. */
export type People = {
  person(userId: string): Promise<KnownPerson>;
  /** Slack id of the member with this address; `undefined` where Slack knows nobody. */
  idByEmail(email: string): Promise<string | undefined>;
  /** Whether somebody was deactivated or is known to Slack no more; `undefined` where Slack cannot tell now. */
  hasLeft(userId: string): Promise<boolean | undefined>;
  /** Slack id of the one member of the press office that desk.yml names who is called so; `undefined` for none or several. */
  staffNamed(name: string): Promise<string | undefined>;
};

type Deps = {
  readonly client: webApi.WebClient;
  readonly home: Home;
  /** Who desk.yml says is staff. */
  readonly staff: () => {
    readonly userGroup?: string | undefined;
    readonly people: readonly string[];
  };
  /** The zone that somebody chose on their Home tab; it goes before that of their profile. */
  readonly zoneOf?: (userId: string) => string | undefined;
  readonly now: Clock;
  readonly log: Log;
};

/** Opens the look-up of people, with a short memory. */
export function openPeople({
  client,
  home,
  staff,
  zoneOf = () => undefined,
  now,
  log,
}: Deps): People {
  const users = remembering<SlackUser>(now);
  const emails = remembering<string>(now);
  const groups = remembering<ReadonlySet<string>>(now);

  const user = (id: string) =>
    users(id, async () => SlackUser.parse((await client.users.info({ user: id })).user));

  const staffIds = async (): Promise<ReadonlySet<string> | undefined> => {
    const { userGroup, people } = staff();
    if (userGroup === undefined) return people.length === 0 ? undefined : new Set(people);
    const members = await groups(userGroup, async () => {
      const listed = await client.usergroups.users.list({ usergroup: userGroup });
      return new Set(listed.users ?? []);
    });
    return new Set([...members, ...people]);
  };

  return {
    async person(userId) {
      try {
        const found = await user(userId);
        return {
          standing: standingOf(found, home, await staffIds()),
          name:
            found.profile?.real_name ||
            found.real_name ||
            found.profile?.display_name ||
            found.name ||
            userId,
          zone: zoneOf(userId) ?? found.tz,
          teamId: found.team_id,
          email: found.profile?.email || undefined,
        };
      } catch (error) {
        log.warn('person.unknown', { userId, error });
        return { standing: 'outsider', name: userId, zone: undefined, teamId: undefined };
      }
    },
    async hasLeft(userId) {
      try {
        const { user: found } = await client.users.info({ user: userId });
        return SlackUser.parse(found).deleted === true;
      } catch (error) {
        const isUnknown =
          error instanceof webApi.WebAPIPlatformError && error.data.error === 'user_not_found';
        return isUnknown ? true : undefined;
      }
    },
    async staffNamed(name) {
      try {
        const ids = [...((await staffIds()) ?? [])].filter((id) => !id.includes('@'));
        const named: string[] = [];
        for (const id of ids) {
          const { real_name, profile } = await user(id);
          if ([real_name, profile?.real_name].some((one) => one !== undefined && isSame(one, name)))
            named.push(id);
        }
        return named.length === 1 ? named[0] : undefined;
      } catch (error) {
        log.info('person.not-found-by-name', { error });
        return undefined;
      }
    },
    async idByEmail(email) {
      try {
        return await emails(email.toLowerCase(), async () => {
          const { user: found } = await client.users.lookupByEmail({ email });
          return SlackUser.parse(found).id;
        });
      } catch (error) {
        log.info('person.not-in-slack', { error });
        return undefined;
      }
    },
  };
}

const isSame = (one: string, other: string): boolean =>
  one.trim().localeCompare(other.trim(), 'en', { sensitivity: 'base' }) === 0;

function remembering<T>(now: Clock) {
  const memory = new Map<string, { value: T; until: number }>();
  return async (key: string, ask: () => Promise<T>): Promise<T> => {
    const kept = memory.get(key);
    if (kept !== undefined && kept.until > now().getTime()) return kept.value;
    const value = await ask();
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    memory.set(key, { value, until: now().getTime() + BELIEVED_MS });
    return value;
  };
}
