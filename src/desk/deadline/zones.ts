import { IANAZone } from 'luxon';

/**
 * What a name of a zone can mean. `season`: an abbreviation that its place uses in half of the year only ("BST"), so
 * that in the other half it is a slip. `several`: it has to be asked which.
 */
export type ZoneName =
  | { readonly kind: 'zone'; readonly zone: string; readonly sure: boolean }
  | { readonly kind: 'season'; readonly zone: string; readonly offset: number }
  | { readonly kind: 'several'; readonly zones: readonly string[] }
  | { readonly kind: 'desk' | 'asker' | 'local' };

const place = (zone: string, sure = true): ZoneName => ({ kind: 'zone', zone, sure });
const season = (zone: string, hours: number): ZoneName => ({
  kind: 'season',
  zone,
  offset: hours * 60,
});
const several = (...zones: string[]): ZoneName => ({ kind: 'several', zones });

/** Abbreviations, which count only beside a time: "est", "pt" and "ist" are words elsewhere. */
export const ABBREVIATIONS: ReadonlyMap<string, ZoneName> = new Map([
  ['utc', place('UTC')],
  ['zulu', place('UTC')],
  ['gmt', season('Europe/London', 0)],
  ['bst', season('Europe/London', 1)],
  ['sgt', place('Asia/Singapore')],
  ['myt', place('Asia/Kuala_Lumpur')],
  ['hkt', place('Asia/Hong_Kong')],
  ['jst', place('Asia/Tokyo')],
  ['kst', place('Asia/Seoul')],
  ['pht', place('Asia/Manila')],
  ['wib', place('Asia/Jakarta')],
  ['ict', place('Asia/Bangkok')],
  ['pkt', place('Asia/Karachi')],
  ['npt', place('Asia/Kathmandu')],
  ['awst', place('Australia/Perth')],
  ['acst', season('Australia/Adelaide', 9.5)],
  ['acdt', season('Australia/Adelaide', 10.5)],
  ['aest', season('Australia/Sydney', 10)],
  ['aedt', season('Australia/Sydney', 11)],
  ['aet', place('Australia/Sydney')],
  ['nzst', season('Pacific/Auckland', 12)],
  ['nzdt', season('Pacific/Auckland', 13)],
  ['cet', season('Europe/Paris', 1)],
  ['cest', season('Europe/Paris', 2)],
  ['eet', season('Europe/Athens', 2)],
  ['eest', season('Europe/Athens', 3)],
  ['wet', season('Europe/Lisbon', 0)],
  ['west', season('Europe/Lisbon', 1)],
  ['msk', place('Europe/Moscow')],
  ['sast', place('Africa/Johannesburg')],
  ['eat', place('Africa/Nairobi')],
  ['et', place('America/New_York')],
  ['est', season('America/New_York', -5)],
  ['edt', season('America/New_York', -4)],
  ['ct', place('America/Chicago')],
  ['cdt', season('America/Chicago', -5)],
  ['mt', place('America/Denver')],
  ['mdt', season('America/Denver', -6)],
  ['pt', place('America/Los_Angeles')],
  ['pst', season('America/Los_Angeles', -8)],
  ['pdt', season('America/Los_Angeles', -7)],
  ['akst', season('America/Anchorage', -9)],
  ['hst', place('Pacific/Honolulu')],
  ['ist', several('Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem')],
  ['cst', several('America/Chicago', 'Asia/Shanghai')],
  ['mst', several('America/Denver', 'Asia/Kuala_Lumpur')],
  ['gst', several('Asia/Dubai', 'Pacific/Guam')],
  ['ast', several('America/Halifax', 'Asia/Riyadh')],
  ['sst', several('Asia/Singapore', 'Pacific/Pago_Pago')],
]);

/** Cities and countries that people name and the time-zone database calls otherwise, or not at all. */
const OTHER_PLACES: ReadonlyMap<string, ZoneName> = new Map([
  ...places('Asia/Singapore', "sg, s'pore, spore, sgp, sin"),
  ...places('Asia/Kuala_Lumpur', 'kl, malaysia, malaysian, penang, johor, johor bahru, jb'),
  ...places('Asia/Hong_Kong', 'hk, hongkong'),
  ...places('Asia/Shanghai', 'beijing, china, chinese, shenzhen, guangzhou, chengdu, chongqing'),
  ...places('Asia/Tokyo', 'japan, japanese, osaka, kyoto'),
  ...places('Asia/Seoul', 'korea, korean, south korea'),
  ...places(
    'Asia/Kolkata',
    'india, indian, delhi, new delhi, mumbai, bombay, bangalore, bengaluru, chennai, hyderabad',
  ),
  ...places('Asia/Manila', 'philippines, ph'),
  ...places('Asia/Bangkok', 'thailand, thai, bkk'),
  ...places('Asia/Ho_Chi_Minh', 'vietnam, hanoi, saigon, ho chi minh city, hcmc'),
  ...places('Asia/Dubai', 'uae, abu dhabi'),
  ...places('Asia/Riyadh', 'saudi, saudi arabia'),
  ...places('Asia/Jerusalem', 'israel, tel aviv'),
  ...places('Asia/Dhaka', 'bangladesh'),
  ...places('Asia/Kathmandu', 'nepal'),
  ...places('Asia/Karachi', 'pakistan, islamabad, lahore'),
  ...places('Asia/Colombo', 'sri lanka'),
  ...places('Asia/Yangon', 'myanmar, rangoon'),
  ...places('Asia/Taipei', 'taiwan'),
  ...places('Europe/London', 'uk, britain, british, england, gb, edinburgh, manchester, scotland'),
  ...places('Europe/Paris', 'france, french, central european, strasbourg'),
  ...places('Europe/Berlin', 'germany, german, frankfurt, munich, hamburg'),
  ...places('Europe/Madrid', 'spain, spanish, barcelona'),
  ...places('Europe/Rome', 'italy, milan'),
  ...places('Europe/Zurich', 'switzerland, swiss, geneva, davos'),
  ...places('Europe/Brussels', 'belgium'),
  ...places('Europe/Amsterdam', 'netherlands, dutch, the hague'),
  ...places('Europe/Dublin', 'ireland, irish'),
  ...places('Europe/Lisbon', 'portugal'),
  ...places('Europe/Istanbul', 'turkey, ankara'),
  ...places(
    'America/New_York',
    'ny, nyc, eastern, us eastern, washington, washington dc, d.c., dc, boston, miami, atlanta, philadelphia',
  ),
  ...places('America/Chicago', 'us central, houston, dallas, austin'),
  ...places(
    'America/Los_Angeles',
    'la, pacific, us pacific, west coast, san francisco, sf, seattle, california, silicon valley',
  ),
  ...places('America/New_York', 'east coast'),
  ...places('America/Toronto', 'ottawa, montreal'),
  ...places('Australia/Sydney', 'canberra'),
  ...places('Pacific/Auckland', 'new zealand, nz, wellington'),
  ...places('Africa/Johannesburg', 'south africa, cape town'),
  ...places('Africa/Nairobi', 'kenya'),
  ...places('Africa/Lagos', 'nigeria'),
  ...places('Africa/Cairo', 'egypt'),
  ['us', several('America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles')],
  ['usa', several('America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles')],
  ['american', several('America/New_York', 'America/Chicago', 'America/Los_Angeles')],
  ['america', several('America/New_York', 'America/Chicago', 'America/Los_Angeles')],
  ['canada', several('America/Toronto', 'America/Vancouver')],
  ['australia', several('Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth')],
  ['australian', several('Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth')],
  ['europe', several('Europe/London', 'Europe/Paris', 'Europe/Athens')],
  ['european', several('Europe/London', 'Europe/Paris', 'Europe/Athens')],
  ['russia', several('Europe/Moscow', 'Asia/Vladivostok')],
  ['brazil', several('America/Sao_Paulo', 'America/Manaus')],
  ['indonesia', several('Asia/Jakarta', 'Asia/Makassar')],
  ['central', several('America/Chicago', 'Europe/Paris')],
  ['mountain', place('America/Denver')],
  ['your', { kind: 'desk' }],
  ['ur', { kind: 'desk' }],
  ['my', { kind: 'asker' }],
  ['our', { kind: 'asker' }],
  ['local', { kind: 'local' }],
]);

function places(zone: string, names: string): [string, ZoneName][] {
  return names.split(', ').map((name) => [name, place(zone)]);
}

/** The cities after which the time-zone database names its zones: "london", "new york". */
const CITIES: ReadonlyMap<string, ZoneName> = new Map(
  Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
    .map((zone) => [
      (zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(),
      place(zone),
    ]),
);

/** What a place says about the zone: "london", "kl", "japan", "your"; `undefined` for any other word. */
export const zoneOfPlace = (name: string): ZoneName | undefined =>
  OTHER_PLACES.get(name) ?? CITIES.get(name);

/** The zone if the time-zone database knows it, else `otherwise`. */
export const knownZone = (zone: string, otherwise: string): string =>
  IANAZone.isValidZone(zone) || /^UTC(?:[+-]\d{1,2}(?::\d\d)?)?$/.test(zone) ? zone : otherwise;

/** Zones where 6/3 is as likely to be the third of June as the sixth of March. */
export const writesMonthFirst = (zone: string): boolean =>
  /^(?:America|US|Canada)\/|^Pacific\/(?:Honolulu|Guam|Pago_Pago)$/.test(zone);
