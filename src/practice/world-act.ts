import { eventEnvelope } from './event-payload.ts';
import { tell } from './messages.ts';
import type { ActionOutcome, Fault, TransportName, WorldAction } from './seat-api.ts';
import type { SlackCore } from './slack-core.ts';
import { newState, nextTs, type StoredChannel } from './slack-state.ts';

/** What can be done to the world itself, beyond what people in it do. */
export type WorldActs = {
  /** Moves the clock forward and does what has become due. @throws {RangeError} when it is earlier */
  readonly moveClock: (to: Date) => Promise<void>;
  readonly startAfresh: () => Promise<void>;
  readonly setFault: (fault: Fault) => void;
  /** The same from the page, where a wrong wish is answered in words. */
  readonly act: (action: WorldAction) => Promise<ActionOutcome>;
};

export function worldActs(
  core: SlackCore,
  {
    tick,
    wipe,
    hangUp,
    transport,
    onTransport,
  }: {
    tick: () => Promise<void>;
    wipe: () => Promise<void> | void;
    /** Breaks the connections of Socket Mode. */
    hangUp: () => void;
    transport: () => TransportName;
    onTransport?: (transport: TransportName) => Promise<void>;
  },
): WorldActs {
  const moveClock = async (to: Date) => {
    const aheadMs = to.getTime() - core.now().getTime();
    if (!(aheadMs >= 0)) throw new RangeError(`the clock cannot go back to ${to}`);
    core.state.clockAheadMs += aheadMs;
    core.changed();
    await tick();
  };

  const startAfresh = async () => {
    core.state = newState(core.world);
    core.fault = 'none';
    core.planned.length = 0;
    core.posted.clear();
    core.traffic.length = 0;
    core.faults.length = 0;
    await wipe();
    core.changed();
  };

  const setFault = (fault: Fault) => {
    core.fault = fault;
    if (fault === 'down') hangUp();
    core.changed();
  };

  const chooseTransport = async (chosen: TransportName): Promise<ActionOutcome> => {
    if (chosen === transport()) return { kind: 'done' };
    if (onTransport === undefined)
      return refused('The app was connected from outside, so it cannot be told to come otherwise.');
    // An app asks Slack who it is when it starts.
    if (core.fault === 'down')
      return refused('No app can connect while Slack is down. Let all be well first.');
    try {
      await onTransport(chosen);
      // Only now is somebody there to be reached so.
      core.state.transport = chosen;
      return { kind: 'done' };
    } catch (error) {
      return refused(
        `The app did not come back: ${error instanceof Error ? error.message : error}`,
      );
    } finally {
      core.changed();
    }
  };

  return {
    moveClock,
    startAfresh,
    setFault,
    act: async (action) => {
      switch (action.type) {
        case 'fault':
          setFault(action.fault);
          return { kind: 'done' };
        case 'transport':
          return chooseTransport(action.transport);
        case 'start-afresh':
          await startAfresh();
          return { kind: 'done' };
        case 'move-clock': {
          const to = new Date(action.to);
          if (Number.isNaN(to.getTime())) return refused('That is no time.');
          if (to < core.now()) return refused('The clock only goes forward.');
          await moveClock(to);
          return { kind: 'done' };
        }
      }
    },
  };
}

const refused = (message: string): ActionOutcome => ({ kind: 'refused', message });

/** Shares a channel with another workspace, or ends that: its people leave, and the app is told. */
export async function share(
  core: SlackCore,
  id: string,
  workspaceId: string,
  shared: boolean,
): Promise<void> {
  const channel = core.state.channels[id];
  if (channel === undefined) throw new RangeError(`no channel "${id}"`);
  const others = channel.connectedIds.filter((each) => each !== workspaceId);
  const after: StoredChannel = {
    ...channel,
    connectedIds: shared ? [...others, workspaceId] : others,
    memberIds: shared
      ? channel.memberIds
      : channel.memberIds.filter(
          (member) => core.state.people[member]?.workspaceId !== workspaceId,
        ),
  };
  core.state.channels[id] = after;
  core.changed();
  const type = shared ? 'channel_shared' : 'channel_unshared';
  await tell(core, after, core.world.app.userId, type, {
    type,
    channel: id,
    event_ts: nextTs(core.state, core.now()),
    ...(shared
      ? { connected_team_id: workspaceId }
      : { previously_connected_team_id: workspaceId, is_ext_shared: others.length > 0 }),
  });
}

/** Takes the app out of the workspace: it is told, and its token is worth nothing from then on. */
export async function uninstall(core: SlackCore): Promise<void> {
  const { app } = core.world;
  core.state.uninstalled = true;
  core.changed();
  const events = [
    { type: 'tokens_revoked', tokens: { oauth: [], bot: [app.userId] } },
    { type: 'app_uninstalled' },
  ];
  const heard = events.filter(({ type }) => app.events.includes(type));
  await Promise.all(heard.map((event) => core.deliver(eventEnvelope(core, event))));
}
