import { z } from 'zod';

/**
 * Who somebody is to the press office. `staff` works for it; an `insider` belongs to the same organisation; everybody
 * else is an `outsider`, and so is anyone of whom we are not sure.
 */
export type Standing = 'staff' | 'insider' | 'outsider';

/** What `users.info` says of a person, as far as it decides their standing. */
export const SlackUser = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  tz: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  enterprise_user: z.object({ enterprise_id: z.string().optional() }).optional(),
  profile: z
    .object({
      real_name: z.string().optional(),
      display_name: z.string().optional(),
      email: z.string().optional(),
    })
    .optional(),
});
export type SlackUser = z.infer<typeof SlackUser>;

/** Where the app is installed. */
export type Home = { readonly teamId: string; readonly enterpriseId: string | undefined };

/**
 * The standing of a person, failing closed.
 *
 * A guest of the host workspace has the host's team id, and `is_stranger: false` does not mean internal, so every flag
 * is asked (Slack's user object, and its advice for Slack Connect).
 *
 * @param staff ids and (in lower case) e-mail addresses of those who work for the press office; `undefined` where desk.yml names nobody, and then every
 * insider does
 */
export function standingOf(
  user: SlackUser | undefined,
  home: Home,
  staff: ReadonlySet<string> | undefined,
): Standing {
  if (user === undefined) return 'outsider';
  const atHome =
    user.team_id === home.teamId ||
    (home.enterpriseId !== undefined && user.enterprise_user?.enterprise_id === home.enterpriseId);
  const barred =
    user.is_stranger ||
    user.is_restricted ||
    user.is_ultra_restricted ||
    user.deleted ||
    user.is_bot;
  if (!atHome || barred) return 'outsider';
  const email = user.profile?.email?.toLowerCase() ?? '';
  return staff === undefined || staff.has(user.id) || staff.has(email) ? 'staff' : 'insider';
}
