import type { ImageElement } from '@slack/types';
import { el } from '../element.ts';
import { icon } from '../icons.ts';

/**
 * A picture, if it is on this machine. The page asks nothing of the outside, so other pictures are shown as a frame
 * with their description, which is also what a screen reader has of them.
 */
export function drawImage(image: ImageElement, size: 'tiny' | 'small' | 'full'): HTMLElement {
  const url = 'image_url' in image ? (image.image_url ?? '') : '';
  const local = url.startsWith('data:image/') || url.startsWith('/') || url.startsWith(origin());
  if (local) return el('img', { class: `picture ${size}`, src: url, alt: image.alt_text });
  return el(
    'span',
    { class: `picture placeholder ${size}`, role: 'img', 'aria-label': image.alt_text, title: url },
    icon('file'),
    size === 'full' && el('span', {}, image.alt_text),
  );
}

const origin = () => `${location.origin}/`;
