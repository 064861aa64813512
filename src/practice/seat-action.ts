import { Ajv } from 'ajv';
import type { SeatAction, WorldAction } from './seat-api.ts';

const text = { type: 'string' };
const object = { type: 'object' };

const of = (
  type: string,
  required: Record<string, unknown>,
  optional: Record<string, unknown> = {},
) => ({
  properties: { type: { const: type }, ...required, ...optional },
  required: ['type', ...Object.keys(required)],
});

const container = {
  anyOf: [of('message', { channel: text, ts: text }), of('view', { viewId: text })],
};

const ajv = new Ajv({ strict: false });

const isAction = ajv.compile<SeatAction>({
  type: 'object',
  anyOf: [
    of('message', { channel: text, text }, { threadTs: text }),
    of('edit', { channel: text, ts: text, text }),
    of('delete', { channel: text, ts: text }),
    of('command', { channel: text, command: text, text }),
    of(
      'block-action',
      { container, blockId: text, actionId: text, value: object },
      { state: object },
    ),
    of('submit', { viewId: text, state: object }),
    of('close', { viewId: text }),
    of('shortcut', { callbackId: text, channel: text, ts: text }),
    of('open-home', {}),
    of('read', { channel: text }),
  ],
});

const isWorldAction = ajv.compile<WorldAction>({
  type: 'object',
  anyOf: [
    of('move-clock', { to: text }),
    of('fault', { fault: { enum: ['none', 'down', 'slow', 'rate-limited', 'redelivering'] } }),
    of('transport', { transport: { enum: ['http', 'socket'] } }),
    of('start-afresh', {}),
  ],
});

/** What the page sent, or `undefined` where it is none of the things a person can do. */
export const seatActionFrom = (value: unknown): SeatAction | undefined =>
  isAction(value) ? value : undefined;

export const worldActionFrom = (value: unknown): WorldAction | undefined =>
  isWorldAction(value) ? value : undefined;
