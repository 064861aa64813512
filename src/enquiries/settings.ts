import { z } from 'zod';

/** What somebody set for themselves on the Home tab. */
export const Settings = z
  .object({
    /** IANA zone in which their times are read and said; absent: as Slack's profile has it. */
    zone: z.string().optional(),
    /** Whether alerts of releases that they follow in direct messages come at once, or next morning. */
    alerts: z.enum(['at-once', 'morning']).default('at-once'),
    /** Whether reminders of their enquiries come in the desk's hours only, unless the deadline falls outside them. */
    reminders: z.enum(['in-hours', 'any-time']).default('in-hours'),
  })
  .readonly();
export type Settings = z.infer<typeof Settings>;

/** Somebody who has set nothing. */
export const usualSettings: Settings = Settings.parse({});

/** What people set. Each method is one transaction. */
export type SettingsStore = {
  allSettings(): Promise<ReadonlyMap<string, Settings>>;
  saveSettings(userId: string, settings: Settings, at: Date): Promise<void>;
};
