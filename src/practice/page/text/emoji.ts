import { emojiNames } from './emoji-names.ts';

const characters = new Map(
  emojiNames
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [character = '', ...names] = line.trim().split(' ');
      return names.map((name) => [name, character] as const);
    }),
);

/** Whether Slack would draw `:name:`; other names stay as written. */
export const isEmojiName = (name: string): boolean => characters.has(name);

/** The character of an emoji name, or the name between colons where it is not known here. */
export const emojiOf = (name: string): string =>
  characters.get(name.replace(/::skin-tone-[2-6]$/, '')) ?? `:${name}:`;
