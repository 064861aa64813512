import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { newState, type SlackState } from './slack-state.ts';
import type { World } from './world.ts';

/** Where the local Slack is kept between two runs. */
export type Keeper = {
  /** Writes soon; calls within the pause are one write. */
  readonly save: () => void;
  readonly flush: () => void;
  readonly wipe: () => void;
};

type Kept = { readonly version: 1; readonly homeId: string; readonly state: SlackState };

/** What was kept at a path, laid over the world's start; the start alone where nothing fit to use is there. */
export function loadState(path: string | undefined, world: World): SlackState {
  const fresh = newState(world);
  const kept = path === undefined ? undefined : readKept(path);
  if (kept === undefined || kept.version !== 1 || kept.homeId !== world.homeId) return fresh;
  return {
    ...fresh,
    ...kept.state,
    people: { ...fresh.people, ...kept.state.people },
    channels: { ...fresh.channels, ...kept.state.channels },
  };
}

function readKept(path: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

/** Keeps the state in a JSON file, replaced as a whole. Ephemeral messages and open modals go with the run. */
export function keepState(
  path: string | undefined,
  homeId: string,
  state: () => SlackState,
): Keeper {
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (path === undefined) return;
    const kept: Kept = {
      version: 1,
      homeId,
      state: { ...state(), ephemerals: {}, modals: {}, triggers: {} },
    };
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(kept));
    renameSync(`${path}.new`, path);
  };
  return {
    flush,
    save: () => {
      if (path !== undefined) timer ??= setTimeout(flush, 200).unref();
    },
    wipe: () => {
      clearTimeout(timer);
      timer = undefined;
      if (path !== undefined) rmSync(path, { force: true });
    },
  };
}
