import {
  type AppReply,
  type Delivery,
  type Envelope,
  outcomeOf,
  retryAfterMs,
  type Transport,
} from './delivery.ts';
import type { SlackCore } from './slack-core.ts';

export type Deliverer = {
  /** Tells the app of an event; resolves after the first attempt and those that follow it at once. */
  readonly event: (envelope: Envelope) => Promise<void>;
  /** Sends a command or an interaction, once: Slack does not repeat them. */
  readonly interaction: (envelope: Envelope) => Promise<AppReply>;
  /** Sends again what is due by now. */
  readonly retryDue: () => Promise<void>;
};

export function deliverer(core: SlackCore, transport: Pick<Transport, 'send'>): Deliverer {
  const attempt = async (delivery: Delivery): Promise<AppReply> => {
    const reply = await transport.send(delivery);
    const again = delivery.retry > 0 ? ` (retry ${delivery.retry})` : '';
    core.record({
      direction: 'to-app',
      name: delivery.envelope.name,
      outcome: outcomeOf(reply) + again,
      faults: [],
      payload: delivery.envelope.payload,
    });
    return reply;
  };

  const deliver = async (delivery: Delivery): Promise<void> => {
    const reply = await attempt(delivery);
    if (reply.kind === 'answered' || (reply.kind === 'failed' && reply.noRetry)) return;
    const wait = retryAfterMs[delivery.retry];
    if (wait === undefined) return;
    const next = { ...delivery, retry: delivery.retry + 1, reason: reply.reason };
    if (wait === 0) return deliver(next);
    core.state.retries.push({ due: core.now().getTime() + wait, delivery: next });
    core.changed();
  };

  return {
    event: async (envelope) => {
      await deliver({ envelope, retry: 0 });
      if (core.fault !== 'redelivering') return;
      await attempt({ envelope, retry: 1, reason: 'http_timeout' });
      await attempt({ envelope, retry: 2, reason: 'http_timeout' });
    },
    interaction: (envelope) => attempt({ envelope, retry: 0 }),
    retryDue: async () => {
      const now = core.now().getTime();
      if (core.fault === 'down') return;
      const due = core.state.retries.filter((each) => each.due <= now);
      if (due.length === 0) return;
      core.state.retries = core.state.retries.filter((each) => each.due > now);
      await Promise.all(due.map(({ delivery }) => deliver(delivery)));
    },
  };
}
