/** How the items of a list are counted where it is not by numbers. */
export type Lettering = 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';

const types: Readonly<Record<string, Lettering>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Reads `style="list-style-type: lower-alpha"` and `type="a"` of an `<ol>`. */
export const readLettering = (
  style: string | undefined,
  type: string | undefined,
): Lettering | undefined =>
  (/list-style(?:-type)?\s*:\s*((?:lower|upper)-(?:alpha|roman))\b/i
    .exec(style ?? '')?.[1]
    ?.toLowerCase() as Lettering | undefined) ?? types[type ?? ''];

const romans: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** What a browser prints before an item, without the point. Beyond what letters are ever used for, it is the number. */
export function listMark(number: number, lettering: Lettering | undefined): string {
  if (lettering === undefined || number < 1 || number > 200) return String(number);
  const small = lettering.endsWith('alpha') ? alphabetic(number) : roman(number);
  return lettering.startsWith('upper') ? small.toUpperCase() : small;
}

const alphabetic = (number: number): string =>
  (number > 26 ? alphabetic(Math.floor((number - 1) / 26)) : '') +
  String.fromCharCode(97 + ((number - 1) % 26));

function roman(number: number): string {
  let rest = number;
  let printed = '';
  for (const [value, sign] of romans)
    while (rest >= value) {
      printed += sign;
      rest -= value;
    }
  return printed;
}
