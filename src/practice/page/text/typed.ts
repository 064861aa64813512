import { unescapeEntities } from './entities.ts';

type Named = { readonly id: string; readonly name: string };

/** A message's text as its author would have typed it, for editing: names instead of ids, addresses without brackets. */
export function asTyped(
  text: string,
  people: readonly Named[],
  channels: readonly Named[],
): string {
  const nameOf = (named: readonly Named[], id: string) =>
    named.find((each) => each.id === id)?.name;
  return unescapeEntities(
    text
      .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (written, id) => {
        const name = nameOf(people, id);
        return name === undefined ? written : `@${name}`;
      })
      .replace(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (written, id, label) => {
        const name = nameOf(channels, id) ?? label;
        return name === undefined ? written : `#${name}`;
      })
      .replace(/<((?:https?|mailto|tel):[^|>]*)(?:\|[^>]*)?>/g, '$1'),
  );
}
