import { Settings, type SettingsStore } from '../enquiries/settings.ts';
import type { Database } from './tables.ts';

/** What people set for themselves, over SQL. */
export const sqlSettings = ({ db }: Database): SettingsStore => ({
  async allSettings() {
    const rows = await db.selectFrom('settings').select(['user_id', 'document']).execute();
    return new Map(
      rows.map(({ user_id, document }) => [user_id, Settings.parse(JSON.parse(document))]),
    );
  },

  async saveSettings(userId, settings, at) {
    const row = { at: at.toISOString(), document: JSON.stringify(Settings.parse(settings)) };
    await db
      .insertInto('settings')
      .values({ user_id: userId, ...row })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
      .execute();
  },
});
