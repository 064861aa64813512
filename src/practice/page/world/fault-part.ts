import type { Fault } from '../../seat-api.ts';
import { el } from '../element.ts';

const faults: readonly (readonly [Fault, string, string])[] = [
  ['none', 'All is well', 'Slack behaves.'],
  ['down', 'Slack is down', 'Every call of the app fails. Nothing may be lost.'],
  ['slow', 'Slack is slow', 'Calls take seconds.'],
  ['rate-limited', 'Too many calls', 'Slack answers “429, try later”.'],
  ['redelivering', 'Sent twice', 'Slack delivers every event again.'],
];

/** The switch that makes Slack misbehave. */
export function createFaultPart(choose: (fault: Fault) => void) {
  const fields = faults.map(([fault]) =>
    el('input', { type: 'radio', name: 'fault', value: fault, onchange: () => choose(fault) }),
  );
  const root = el(
    'section',
    { class: 'world-part' },
    el(
      'fieldset',
      {},
      el('legend', {}, 'Make Slack misbehave'),
      ...faults.map(([, name, about], index) =>
        el(
          'label',
          { class: 'choice' },
          fields[index],
          el('span', {}, name, el('small', {}, about)),
        ),
      ),
    ),
  );
  const update = (now: Fault) => {
    for (const field of fields) field.checked = field.value === now;
  };
  return { root, update };
}
