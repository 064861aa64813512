import type { Setting } from './settled.ts';
import type { ZoneName } from './zones.ts';

type Zone =
  | { kind: 'one'; zone: string; confirm: boolean; season?: number }
  | { kind: 'several'; zones: readonly string[] };

/** The zone that a mention is in: the one named, else the asker's own. */
export function settleZone(name: ZoneName | undefined, { askerZone, desk }: Setting): Zone {
  const one = (zone: string, confirm = false): Zone => ({ kind: 'one', zone, confirm });
  switch (name?.kind) {
    case undefined:
    case 'asker':
      return one(askerZone);
    case 'desk':
      return one(desk.zone);
    case 'local':
      return askerZone === desk.zone
        ? one(askerZone)
        : { kind: 'several', zones: [askerZone, desk.zone] };
    case 'zone':
      return one(name.zone, !name.sure);
    case 'season':
      // Greenwich time is meant as such all year round, though London leaves it in summer.
      return name.offset === 0 && name.zone === 'Europe/London'
        ? one('UTC')
        : { kind: 'one', zone: name.zone, confirm: false, season: name.offset };
    case 'several':
      return name.zones.includes(askerZone)
        ? one(askerZone, true)
        : { kind: 'several', zones: name.zones };
  }
}

/** A zone as people say it: `London`. */
export const spoken = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
