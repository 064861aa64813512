const local = "[a-z0-9][a-z0-9._%+'-]{0,63}";
const label = '[a-z0-9-]{1,63}';
const dot = '(?:\\.|\\s?[[({]\\s?(?:dot|\\.)\\s?[\\])}]\\s?|\\s+dot\\s+)';
const before = "(?<![a-z0-9._%+'-])";
const patterns = [
  new RegExp(
    `${before}(${local})\\s?[[({]\\s?(?:at|@)\\s?[\\])}]\\s?(${label}(?:${dot}${label}){1,6})(?![a-z0-9-])`,
    'gi',
  ),
  new RegExp(
    `${before}(${local})\\s+at\\s+(${label}(?:\\s+dot\\s+${label}){1,6})(?![a-z0-9-])`,
    'gi',
  ),
] as const;
const spelt = new RegExp(dot, 'gi');

/** Writes out addresses that are spelt to be hidden from programs: `ann[at]x.sg`, `ann (at) x.sg`, `ann at x dot sg`. */
export const withAddresses = (text: string): string =>
  /\bat\b|[[({]\s?@/i.test(text)
    ? patterns.reduce(
        (read, pattern) =>
          read.replace(
            pattern,
            (_, name: string, host: string) => `${name}@${host.replace(spelt, '.')}`,
          ),
        text,
      )
    : text;
