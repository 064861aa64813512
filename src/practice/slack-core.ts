import type { Envelope } from './delivery.ts';
import type { Fault, Traffic, TransportName } from './seat-api.ts';
import type { SlackState } from './slack-state.ts';
import type { World } from './world.ts';

/** A message or view that Slack would not have taken. */
export type FaultyPayload = {
  readonly at: string;
  readonly method: string;
  readonly problems: readonly string[];
  readonly payload: unknown;
};

/** How a call of the app's can be made to fail. */
export type Failure =
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  /** Does what was asked, then never answers. */
  | { readonly kind: 'silent-after-acting' }
  /** Breaks the connection before or after acting. */
  | { readonly kind: 'dropped'; readonly acting: boolean };

export type PlannedFailure = { readonly method: string; readonly failure: Failure; left: number };

export type SlackOptions = {
  readonly world: World;
  /** Until another is chosen on the page. */
  readonly transport: TransportName;
  /** Real milliseconds the app has to take a delivery. */
  readonly ackTimeoutMs: number;
  /** So long is a `trigger_id` good, once: three seconds in Slack. */
  readonly triggerMs: number;
  /** One message a channel in so many milliseconds of this Slack's clock; 0: no limit. */
  readonly messagePaceMs: number;
  /** So many messages may come at once before the pace holds. */
  readonly messageBurst: number;
  /** Real milliseconds that the fault `slow` adds to each call. */
  readonly slowMs: number;
};

/** What every part of the local Slack works on. */
export type SlackCore = {
  readonly options: SlackOptions;
  readonly world: World;
  /** Replaced as a whole by a fresh start. */
  state: SlackState;
  readonly now: () => Date;
  /** Where this server is, without a slash at the end. */
  origin: string;
  fault: Fault;
  planned: PlannedFailure[];
  /** When the app posted last, by channel, in milliseconds. */
  readonly posted: Map<string, readonly number[]>;
  readonly traffic: Traffic[];
  readonly faults: FaultyPayload[];
  /** Somebody may see something else now. */
  readonly changed: () => void;
  readonly record: (entry: Omit<Traffic, 'at'>) => void;
  /** Hands an event to the app, now and again later until it takes it. */
  readonly deliver: (envelope: Envelope) => Promise<void>;
};
