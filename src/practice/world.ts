import type { AppFeatures } from './app-features.ts';

/** One Slack workspace: an organisation's own, or that of another with which channels are shared. */
export type Workspace = {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** Set for a workspace of an Enterprise Grid organisation. */
  readonly enterpriseId?: string;
};

export type WorldPerson = {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly title: string;
  /** Withheld from apps of other workspaces, as Slack does. */
  readonly email?: string;
  /** IANA name. */
  readonly zone: string;
  readonly kind: 'member' | 'guest' | 'single-channel-guest' | 'bot';
  readonly deleted?: boolean;
  /** False: not looking at Slack, so that an ephemeral message never reaches them. */
  readonly active?: boolean;
};

export type WorldChannel = {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly isPrivate: boolean;
  readonly hostId: string;
  /** Other workspaces it is shared with (Slack Connect). */
  readonly connectedIds: readonly string[];
  /** Invited by link, not yet there. */
  readonly pendingIds?: readonly string[];
  readonly memberIds: readonly string[];
};

export type WorldGroup = {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly memberIds: readonly string[];
};

export type WorldApp = AppFeatures & {
  readonly id: string;
  readonly botId: string;
  readonly userId: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
};

/** Everything that is there before anybody has said a word. */
export type World = {
  /** The workspace in which the app is installed. */
  readonly homeId: string;
  readonly workspaces: readonly Workspace[];
  readonly people: readonly WorldPerson[];
  readonly channels: readonly WorldChannel[];
  readonly groups: readonly WorldGroup[];
  readonly app: WorldApp;
  readonly seats: { readonly staff: string; readonly journalist: string; readonly contact: string };
};

const home = 'T0PRESS0FF';
const bitacora = 'T0B1TAC0RA';
const harbour = 'T0HARB0URT';
const elsewhere = 'T0ELSEWHER';
const bot = 'U0MED1ADSK';

const staff = ['U0ME1TAN01', 'U0ARJUN002', 'U0S1T1RAH3'];
const contacts = ['U0G0HYUCH0', 'U0TERRYL1M'];
const nuria = 'U0NUR1AS0L';
const owen = 'U0WENPR1CE';

const singapore = 'Asia/Singapore';

const member = (
  id: string,
  name: string,
  title: string,
  { workspaceId = home, zone = singapore, ...more }: Partial<WorldPerson> = {},
): WorldPerson => ({ id, name, title, workspaceId, zone, kind: 'member', ...more });

/**
 * The workspace a newcomer tries the app in: a press office, two outlets in channels shared with it, the two contacts of
 * the release that ships with the project, a guest, and somebody nobody shares a channel with.
 */
export const practiceWorld: World = {
  homeId: home,
  workspaces: [
    { id: home, name: 'Press Office', domain: 'press-office' },
    { id: bitacora, name: 'La Bitácora', domain: 'la-bitacora' },
    { id: harbour, name: 'Harbour Times', domain: 'harbour-times' },
    { id: elsewhere, name: 'Elsewhere', domain: 'elsewhere' },
  ],
  people: [
    member('U0ME1TAN01', 'Mei Tan', 'Press officer', { email: 'mei.tan@press-office.example' }),
    member('U0ARJUN002', 'Arjun Nair', 'Duty officer', {
      email: 'arjun.nair@press-office.example',
    }),
    member('U0S1T1RAH3', 'Siti Rahman', 'Head of the press desk', {
      email: 'siti.rahman@press-office.example',
    }),
    member('U0G0HYUCH0', 'Goh Yu Chong', 'Senior Manager, Adoption and Engagement', {
      email: 'GOH_Yu_Chong@pmo.gov.sg',
    }),
    member('U0TERRYL1M', 'Terry Lim', 'Assistant Director, Adoption and Engagement', {
      email: 'Terry_Lim@pmo.gov.sg',
    }),
    member('U0LENAK0H1', 'Lena Koh', 'Visiting editor', {
      email: 'lena.koh@visitor.example',
      kind: 'guest',
    }),
    member(nuria, 'Núria Soler', 'Reporter, La Bitácora', {
      workspaceId: bitacora,
      zone: 'Europe/Madrid',
      email: 'nuria@la-bitacora.example',
    }),
    member(owen, 'Owen Price', 'Technology editor, Harbour Times', {
      workspaceId: harbour,
      zone: 'Europe/London',
      email: 'owen@harbour-times.example',
    }),
    member('U0STRANGER', 'Sam Stranger', 'Unknown', { workspaceId: elsewhere, zone: 'UTC' }),
    member(bot, 'Media Desk', 'App', { kind: 'bot' }),
  ],
  channels: [
    {
      id: 'C0NEWSR00M',
      name: 'newsroom',
      topic: 'What is out today',
      isPrivate: false,
      hostId: home,
      connectedIds: [],
      memberIds: [...staff, ...contacts, 'U0LENAK0H1', bot],
    },
    {
      id: 'C0PRESSDSK',
      name: 'press-desk',
      topic: 'Enquiries from journalists. Private: nothing here is seen outside',
      isPrivate: true,
      hostId: home,
      connectedIds: [],
      memberIds: [...staff, ...contacts, bot],
    },
    {
      id: 'C0B1TAC0RA',
      name: 'press-la-bitacora',
      topic: 'The press office and La Bitácora',
      isPrivate: false,
      hostId: home,
      connectedIds: [bitacora],
      memberIds: [...staff, nuria, bot],
    },
    {
      id: 'C0HARB0URT',
      name: 'press-harbour-times',
      topic: 'The press office and Harbour Times',
      isPrivate: false,
      hostId: home,
      connectedIds: [harbour],
      memberIds: [...staff, owen, bot],
    },
    {
      id: 'C0H0USETLK',
      name: 'house-talk',
      topic: 'Anything but work. Apps are not invited',
      isPrivate: false,
      hostId: home,
      connectedIds: [],
      memberIds: [...staff],
    },
  ],
  groups: [{ id: 'S0PRESSDSK', handle: 'press-desk', name: 'Press desk', memberIds: staff }],
  app: {
    id: 'A0MED1ADSK',
    botId: 'B0MED1ADSK',
    userId: bot,
    botToken: 'xoxb-practice',
    appToken: 'xapp-practice',
    signingSecret: 'practice-signing-secret',
    commands: [
      {
        command: '/release',
        description: 'Find a press release',
        usageHint: '[words] | latest | help',
        shouldEscape: true,
      },
    ],
    shortcuts: [],
    scopes: [
      'app_mentions:read',
      'channels:history',
      'channels:join',
      'channels:read',
      'chat:write',
      'commands',
      'files:read',
      'files:write',
      'groups:history',
      'groups:read',
      'im:history',
      'im:read',
      'im:write',
      'mpim:history',
      'reactions:write',
      'usergroups:read',
      'users:read',
      'users:read.email',
    ],
    events: [
      'app_home_opened',
      'app_mention',
      'app_uninstalled',
      'channel_id_changed',
      'channel_shared',
      'channel_unshared',
      'member_joined_channel',
      'message.channels',
      'message.groups',
      'message.im',
      'tokens_revoked',
    ],
    unfurlDomains: [],
  },
  seats: { staff: 'U0ME1TAN01', journalist: nuria, contact: 'U0G0HYUCH0' },
};
