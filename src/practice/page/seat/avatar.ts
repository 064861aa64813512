import type { Person } from '../../seat-api.ts';
import { el } from '../element.ts';
import { icon } from '../icons.ts';

const tints = 6;

/** A person's initials on a colour that stays theirs; an app shows its mark. Names stand beside it, so it is mute. */
export function drawAvatar(
  person: Person | undefined,
  size: 'small' | 'large' = 'large',
): HTMLElement {
  const name = person?.name ?? '?';
  const tint = [...(person?.id ?? name)].reduce((sum, each) => sum + each.charCodeAt(0), 0) % tints;
  const kind = person?.isBot === true ? 'app' : `tint-${tint}`;
  return el(
    'span',
    { class: `avatar ${size} ${kind}`, 'aria-hidden': 'true' },
    person?.isBot === true ? icon('desk') : initialsOf(name),
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first = name, ...rest] = words;
  return `${first.charAt(0)}${rest.at(-1)?.charAt(0) ?? ''}`.toUpperCase();
}
