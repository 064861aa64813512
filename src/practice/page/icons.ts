/** Drawings on a 24 by 24 grid, strokes only; each is one path. */
const paths = {
  channel: 'M9 4 7 20M17 4l-2 16M4 9h17M3 15h17',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  shared:
    'M9 17.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM15 17.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z',
  thread: 'M4 5h16v11H11l-5 4v-4H4zM8 9h8M8 12h5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M15 5l-7 7 7 7',
  send: 'M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  tour: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  world:
    'M4 7h10M18 7h2M4 17h2M10 17h10M16 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  columns: 'M4 5h16v14H4zM9.3 5v14M14.7 5v14',
  single: 'M4 5h16v14H4zM9 5v14',
  check: 'M5 12.5 10 17 19 7',
  alert: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2v.1',
  home: 'M4 11 12 4l8 7v9h-5.5v-5.5h-5V20H4z',
  file: 'M7 3.5h7l4 4v13H7zM14 3.5v4h4',
  down: 'M6 9l6 6 6-6',
  up: 'M12 19V6M6 11l6-6 6 6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  desk: 'M5 4.5h14v15H5zM8 8.5h8M8 12h8M8 15.5h5',
  'thumb-up': 'M8 11v9H4v-9zM8 11l4-8c1.700 0 2.500 1 2.500 2.500L14 9h5.500l-1.700 11H8',
  'thumb-down': 'M16 13V4h4v9zM16 13l-4 8c-1.700 0-2.500-1-2.500-2.500L10 15H4.500l1.700-11H16',
} as const;

export type IconName = keyof typeof paths;

const svg = 'http://www.w3.org/2000/svg';

/** A drawing beside a word that says the same; hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  for (const [attribute, value] of Object.entries({
    viewBox: '0 0 24 24',
    class: `icon icon-${name}`,
    'aria-hidden': 'true',
    focusable: 'false',
  })) {
    drawing.setAttribute(attribute, value);
  }
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', paths[name]);
  drawing.append(path);
  return drawing;
}
