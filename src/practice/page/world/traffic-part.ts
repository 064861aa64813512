import type { Traffic } from '../../seat-api.ts';
import { el, refill } from '../element.ts';
import { icon } from '../icons.ts';
import { clockTime } from '../text/date-token.ts';

/** More than this many exchanges would only be scrolled past. */
const shownAtMost = 60;

const keyOf = ({ at, direction, name }: Traffic, index: number) =>
  `${at} ${direction} ${name} ${index}`;

/** What went between Slack and the app last, newest first, with its payload and what Slack's checks say. */
export function createTrafficPart() {
  const list = el('ol', { class: 'traffic' });
  const root = el(
    'section',
    { class: 'world-part', 'aria-labelledby': 'world-traffic' },
    el('h3', { id: 'world-traffic' }, 'Between Slack and the app'),
    list,
  );
  const open = new Set<string>();
  let signature = '';

  const drawOne = (traffic: Traffic, index: number, zone: string) => {
    const { at, direction, name, outcome, faults, payload } = traffic;
    const key = keyOf(traffic, index);
    const inward = direction === 'to-app';
    const words = inward ? 'to the app' : 'from the app';
    const details = el(
      'details',
      {
        open: open.has(key),
        ontoggle: () => {
          if (details.open) open.add(key);
          else open.delete(key);
          fill();
        },
      },
      el(
        'summary',
        { 'data-key': key },
        el(
          'span',
          { class: inward ? 'way in' : 'way out' },
          icon('up'),
          el('span', { class: 'out-of-sight' }, words),
        ),
        el('code', {}, name),
        el('span', { class: 'outcome' }, outcome),
        faults.length > 0
          ? el(
              'span',
              { class: 'tag bad' },
              faults.length === 1 ? '1 fault' : `${faults.length} faults`,
            )
          : !inward &&
              el(
                'span',
                { class: 'tag good' },
                icon('check'),
                el('span', { class: 'out-of-sight' }, 'passes Slack’s checks'),
              ),
        el('time', { class: 'stamp', datetime: at }, clockTime(new Date(at), zone, true)),
      ),
    );
    // A payload is written out only once somebody wants to see it.
    const fill = () => {
      if (!details.open || details.querySelector('pre') !== null) return;
      if (faults.length > 0)
        details.append(el('ul', { class: 'error' }, ...faults.map((each) => el('li', {}, each))));
      details.append(
        el(
          'pre',
          { tabindex: 0, 'aria-label': `Payload of ${name}` },
          JSON.stringify(payload, null, 2),
        ),
      );
    };
    fill();
    return el('li', {}, details);
  };

  const update = (traffic: readonly Traffic[], zone: string) => {
    const numbered = traffic.map((each, index) => [each, index] as const);
    const shown = numbered.slice(-shownAtMost).reverse();
    const next = JSON.stringify(shown.map(([each, index]) => [keyOf(each, index), each.outcome]));
    if (next === signature) return;
    signature = next;
    if (shown.length === 0) {
      refill(list, el('li', { class: 'empty' }, 'Nothing yet. Say something and watch it pass.'));
    } else {
      refill(list, ...shown.map(([each, index]) => drawOne(each, index, zone)));
    }
  };
  return { root, update };
}
