import type { KnownBlock } from '@slack/types';
import type { Settings } from '../../enquiries/settings.ts';
import { header, section } from '../block-kit.ts';
import { ID } from '../ids.ts';
import { SAY } from '../wording.ts';

/** Zones offered besides the desk's own; whoever is elsewhere sets it in Slack's profile. */
const ZONES = [
  'Asia/Singapore',
  'Asia/Kuala_Lumpur',
  'Asia/Jakarta',
  'Asia/Bangkok',
  'Asia/Hong_Kong',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Australia/Sydney',
  'Europe/London',
  'Europe/Paris',
  'Europe/Madrid',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
] as const;

/** Stands for "as Slack has it": a menu needs a value. */
export const AS_IN_SLACK = 'slack';

type Option = readonly [value: string, text: string];

const select = (
  field: 'zone' | 'alerts' | 'reminders',
  label: string,
  options: readonly Option[],
  chosen: string,
): KnownBlock => {
  const drawn = options.map(([value, text]) => ({
    text: { type: 'plain_text' as const, text },
    value,
  }));
  const initial = drawn.find(({ value }) => value === chosen);
  return {
    type: 'section',
    block_id: `home.settings.${field}`,
    text: { type: 'mrkdwn', text: label },
    accessory: {
      type: 'static_select',
      action_id: `${ID.homeSettingButton}.${field}`,
      options: drawn,
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  };
};

/** What somebody of the desk can set for themselves. Each is kept as soon as it is chosen. */
export function settingsBlocks(settings: Settings, deskZone: string): KnownBlock[] {
  const zones = [...new Set([deskZone, ...ZONES])].map(
    (zone): Option => [zone, zone.replaceAll('_', ' ')],
  );
  return [
    header(SAY.homeSettings),
    section(SAY.homeSettingsLead),
    select(
      'zone',
      SAY.settingZone,
      [[AS_IN_SLACK, SAY.settingAsInSlack], ...zones],
      settings.zone ?? AS_IN_SLACK,
    ),
    select(
      'alerts',
      SAY.settingAlerts,
      [
        ['at-once', SAY.settingAtOnce],
        ['morning', SAY.settingMorning],
      ],
      settings.alerts,
    ),
    select(
      'reminders',
      SAY.settingReminders,
      [
        ['in-hours', SAY.settingInHours],
        ['any-time', SAY.settingAnyTime],
      ],
      settings.reminders,
    ),
  ];
}
