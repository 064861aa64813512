import type { KnownBlock, View } from '@slack/types';

/**
 * What the practice page and the local Slack say to each other. The page shows a `SeatState` and sends `SeatAction`s;
 * it knows nothing else, so that each seat sees exactly what its person would see in Slack.
 *
 * `GET /api/seats/:seat` answers with a SeatState. `GET /api/stream` is a server-sent stream of `WorldEvent`s: on
 * `changed` the page asks again for the seats that it shows. `POST /api/seats/:seat` takes one SeatAction and answers
 * with an ActionOutcome. `GET /api/world` answers with a WorldState, `POST /api/world` takes a WorldAction.
 */

/** The three people one can be: press-office staff, a journalist of another workspace, a contact of the release. */
export type SeatId = 'staff' | 'journalist' | 'contact';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** Its name, as people read it: `La Bitácora`. */
  readonly workspace: string;
  readonly isBot: boolean;
  /** Of another workspace than the one that shows them. */
  readonly isExternal: boolean;
  /** IANA name, such as `Asia/Singapore`. */
  readonly zone: string;
};

export type Message = {
  readonly ts: string;
  /** Set on every reply in a thread, to the `ts` of its first message. */
  readonly threadTs: string | null;
  readonly authorId: string;
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** Previews of links, and other blocks that hang below the message. */
  readonly attachments?: readonly { readonly blocks: readonly KnownBlock[] }[];
  /** Seen by this seat only, gone when the page is loaded anew. */
  readonly ephemeral: boolean;
  readonly edited: boolean;
  readonly files: readonly {
    readonly name: string;
    readonly size: number;
    /** Where it can be shown. */
    readonly picture?: { readonly url: string; readonly alt: string };
  }[];
  readonly reactions: readonly { readonly name: string; readonly count: number }[];
  readonly replyCount: number;
  /** What Slack's checks say against it; empty when it is valid. */
  readonly faults: readonly string[];
};

export type Conversation = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'private' | 'shared' | 'im';
  readonly topic: string;
  readonly memberIds: readonly string[];
  readonly unread: number;
  /** Oldest first, replies of threads among them. */
  readonly messages: readonly Message[];
};

export type SlashCommand = {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
};

export type OpenView = {
  readonly id: string;
  readonly view: View;
  /** What stands in its fields now, `view.state.values`: starting values, and what was typed before an update. */
  readonly state?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

export type SeatState = {
  readonly seat: SeatId;
  readonly me: Person;
  /** The name of the person's own workspace. */
  readonly workspace: string;
  readonly people: readonly Person[];
  /** Channels whose names this person may read, also where they are not in them. */
  readonly channelNames?: readonly { readonly id: string; readonly name: string }[];
  readonly conversations: readonly Conversation[];
  /** Empty for outsiders: Slack offers them none. */
  readonly commands: readonly SlashCommand[];
  readonly messageShortcuts: readonly { readonly callbackId: string; readonly name: string }[];
  /** Modals that are open, bottom first. */
  readonly modals: readonly OpenView[];
  readonly home: View | null;
  /** Names the Home tab in a `block-action`. */
  readonly homeViewId?: string | null;
  /** ISO 8601, the clock of the practice world. */
  readonly now: string;
};

export type SeatAction =
  | {
      readonly type: 'message';
      readonly channel: string;
      readonly threadTs?: string;
      readonly text: string;
    }
  | { readonly type: 'edit'; readonly channel: string; readonly ts: string; readonly text: string }
  | { readonly type: 'delete'; readonly channel: string; readonly ts: string }
  | {
      readonly type: 'command';
      readonly channel: string;
      readonly command: string;
      readonly text: string;
    }
  | {
      readonly type: 'block-action';
      /** Where the element stands: in a message, a modal or the Home tab. */
      readonly container:
        | { readonly type: 'message'; readonly channel: string; readonly ts: string }
        | { readonly type: 'view'; readonly viewId: string };
      readonly blockId: string;
      readonly actionId: string;
      /** The element's new value as Slack's `actions[0]` has it: `value`, `selected_option`, `selected_date`… */
      readonly value: Readonly<Record<string, unknown>>;
      /** `view.state.values` at that moment, for elements in views. */
      readonly state?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }
  | {
      readonly type: 'submit';
      readonly viewId: string;
      readonly state: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }
  | { readonly type: 'close'; readonly viewId: string }
  | {
      readonly type: 'shortcut';
      readonly callbackId: string;
      readonly channel: string;
      readonly ts: string;
    }
  | { readonly type: 'open-home' }
  | { readonly type: 'read'; readonly channel: string };

export type ActionOutcome =
  | { readonly kind: 'done' }
  /** A modal was not accepted: messages by `block_id`. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  /** What Slack would show the person, such as that the app did not answer in time. */
  | { readonly kind: 'refused'; readonly message: string };

/** A request or an answer between the local Slack and the app, for the page's panel of traffic. */
export type Traffic = {
  readonly at: string;
  readonly direction: 'to-app' | 'from-app';
  /** `app_mention`, `/release`, `block_actions`, `chat.postMessage`… */
  readonly name: string;
  readonly outcome: string;
  readonly faults: readonly string[];
  readonly payload: unknown;
};

export type Fault = 'none' | 'down' | 'slow' | 'rate-limited' | 'redelivering';

/** How Slack and the app reach each other: Slack posts to the app, or the app keeps connections to Slack open. */
export type TransportName = 'http' | 'socket';

/** An instant worth moving the clock to. */
export type Moment = { readonly label: string; readonly at: string };

export type WorldState = {
  readonly now: string;
  readonly transport: TransportName;
  /** Whether the page may choose the other. */
  readonly canSwitch: boolean;
  /** Those still ahead, soonest first. */
  readonly moments: readonly Moment[];
  readonly fault: Fault;
  readonly traffic: readonly Traffic[];
};

export type WorldAction =
  | { readonly type: 'move-clock'; readonly to: string }
  | { readonly type: 'fault'; readonly fault: Fault }
  | { readonly type: 'transport'; readonly transport: TransportName }
  | { readonly type: 'start-afresh' };

export type WorldEvent = { readonly type: 'changed'; readonly revision: number };
