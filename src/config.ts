import { z } from 'zod';

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const Environment = z.object({
  SLACK_BOT_TOKEN: optional(
    z
      .string()
      .startsWith(
        'xoxb-',
        'is not a bot token: copy “Bot User OAuth Token” (xoxb-…) from OAuth & Permissions',
      ),
  ),
  SLACK_SIGNING_SECRET: optional(
    z.string().min(16, 'is too short: copy “Signing Secret” from Basic Information'),
  ),
  SLACK_APP_TOKEN: optional(
    z
      .string()
      .startsWith(
        'xapp-',
        'is not an app-level token: make one (xapp-…) with connections:write in Basic Information',
      ),
  ),
  SLACK_API_URL: optional(z.url('is not a web address: leave it out for Slack itself')),
  PORT: optional(
    z.coerce
      .number('is not a number: give a port from 0 to 65535')
      .int('is not a whole number: give a port from 0 to 65535')
      .min(0, 'is below 0: give a port from 0 to 65535')
      .max(65_535, 'is above 65535: give a port from 0 to 65535'),
  ),
  DATABASE_URL: optional(
    z
      .string()
      .regex(
        /^(file:.+|postgres(ql)?:\/\/.+)$/,
        'is neither file:PATH nor postgres://…: leave it out for file:data/media-desk.db',
      ),
  ),
  RELEASES_DIR: optional(z.string()),
  RELEASES_GIT: optional(
    z.string().regex(/^[^#\s]+(#[^#\s]+)?$/, 'is not an address with an optional #branch'),
  ),
  DESK_FILE: optional(z.string()),
  LOG_LEVEL: optional(
    z.enum(['debug', 'info', 'warn', 'error'], 'is not one of debug, info, warn, error'),
  ),
});

/** How the app reaches Slack: an app token means Socket Mode, else signed HTTP. */
export type SlackAccess = { readonly botToken: string; readonly apiUrl: string | undefined } & (
  | { readonly transport: 'socket'; readonly appToken: string }
  | { readonly transport: 'http'; readonly signingSecret: string }
);

/** Everything that the environment says, checked. */
export type Config = {
  /** `undefined` where no Slack credentials are set at all. */
  readonly slack: SlackAccess | undefined;
  readonly port: number;
  readonly databaseUrl: string;
  readonly releasesDir: string;
  readonly releasesGit: string | undefined;
  /** `undefined`: `desk.yml` if it is there. */
  readonly deskFile: string | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
};

export type ConfigOutcome =
  | { readonly kind: 'read'; readonly config: Config }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** Reads the environment. All faults are found at once, each with what to do. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const parsed = Environment.safeParse(env);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  // Judged on the raw values, so that one bad variable does not hide that another is missing.
  problems.push(...missingCredentials(env));
  if (!parsed.success || problems.length > 0) return { kind: 'invalid', problems };

  const { data } = parsed;
  return {
    kind: 'read',
    config: {
      slack: slackAccess(data),
      port: data.PORT ?? 3000,
      databaseUrl: data.DATABASE_URL ?? 'file:data/media-desk.db',
      releasesDir: data.RELEASES_DIR ?? 'releases',
      releasesGit: data.RELEASES_GIT,
      deskFile: data.DESK_FILE,
      logLevel: data.LOG_LEVEL ?? 'info',
    },
  };
}

function missingCredentials(env: Readonly<Record<string, string | undefined>>): string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: app } = env;
  if (bot && !secret && !app)
    return [
      'SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode) is missing: set one of them beside SLACK_BOT_TOKEN',
    ];
  if (!bot && (secret || app))
    return ['SLACK_BOT_TOKEN is missing: set it beside the other Slack credentials'];
  return [];
}

function slackAccess(data: z.infer<typeof Environment>): SlackAccess | undefined {
  if (data.SLACK_BOT_TOKEN === undefined) return undefined;
  const common = { botToken: data.SLACK_BOT_TOKEN, apiUrl: data.SLACK_API_URL };
  if (data.SLACK_APP_TOKEN !== undefined)
    return { ...common, transport: 'socket', appToken: data.SLACK_APP_TOKEN };
  return { ...common, transport: 'http', signingSecret: data.SLACK_SIGNING_SECRET ?? '' };
}
