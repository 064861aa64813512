import type { Clock } from './clock.ts';
import { type Settings, type SettingsStore, usualSettings } from './enquiries/settings.ts';

/** What people set for themselves, at hand. */
export type SettingsBook = {
  readonly of: (userId: string) => Settings;
  save(userId: string, settings: Settings): Promise<void>;
  /** Reads again what was set, also by way of another process. */
  refresh(): Promise<void>;
};

export function openSettingsBook({
  store,
  now,
}: {
  readonly store: SettingsStore;
  readonly now: Clock;
}): SettingsBook {
  let known: ReadonlyMap<string, Settings> = new Map();
  const refresh = async () => {
    known = await store.allSettings();
  };
  return {
    of: (userId) => known.get(userId) ?? usualSettings,
    async save(userId, settings) {
      await store.saveSettings(userId, settings, now());
      await refresh();
    },
    refresh,
  };
}
