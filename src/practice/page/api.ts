import type {
  ActionOutcome,
  SeatAction,
  SeatId,
  SeatState,
  WorldAction,
  WorldState,
} from '../seat-api.ts';

/** The practice world as the page reaches it. */
export type Api = {
  readonly seat: (seat: SeatId) => Promise<SeatState>;
  readonly act: (seat: SeatId, action: SeatAction) => Promise<ActionOutcome>;
  readonly world: () => Promise<WorldState>;
  readonly change: (action: WorldAction) => Promise<ActionOutcome>;
  /** Calls back on every change of the world, and when the line to it breaks or is back. */
  readonly watch: (changed: () => void, connected: (is: boolean) => void) => void;
};

const post = (url: string, body: unknown) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function read<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`The practice workspace answered ${response.status}.`);
  return (await response.json()) as Answer;
}

async function attempt(send: () => Promise<Response>): Promise<ActionOutcome> {
  try {
    return await read(await send());
  } catch {
    return {
      kind: 'refused',
      message: 'The practice workspace does not answer. Is it still running in your terminal?',
    };
  }
}

/** The world of the server that served this page. */
export const api: Api = {
  seat: async (seat) => read(await fetch(`/api/seats/${seat}`)),
  act: (seat, action) => attempt(() => post(`/api/seats/${seat}`, action)),
  world: async () => read(await fetch('/api/world')),
  change: (action) => attempt(() => post('/api/world', action)),
  watch: (changed, connected) => {
    const stream = new EventSource('/api/stream');
    stream.addEventListener('open', () => {
      connected(true);
      changed();
    });
    stream.addEventListener('message', changed);
    stream.addEventListener('changed', changed);
    stream.addEventListener('error', () => connected(false));
  },
};
