import type { TransportName } from '../../seat-api.ts';
import { el } from '../element.ts';

const transports: readonly (readonly [TransportName, string, string])[] = [
  ['http', 'Signed HTTP', 'Slack posts to the app, and signs each request.'],
  [
    'socket',
    'Socket Mode',
    'The app keeps connections to Slack open. No public address is needed.',
  ],
];

/** The choice of how Slack and the app reach each other. The app starts anew with the other, and keeps what it has. */
export function createTransportPart(choose: (transport: TransportName) => Promise<void>) {
  let switching = false;
  let now: TransportName = 'http';
  const said = el('p', { class: 'hint', role: 'status' });
  const fields = transports.map(([transport]) =>
    el('input', {
      type: 'radio',
      name: 'transport',
      value: transport,
      onchange: async () => {
        switching = true;
        said.textContent = 'The app is starting anew…';
        for (const field of fields) field.disabled = true;
        await choose(transport);
        said.textContent = '';
        switching = false;
        for (const field of fields) field.disabled = false;
        // What was chosen may have been refused.
        show();
        fields.find(({ checked }) => checked)?.focus();
      },
    }),
  );
  const show = () => {
    for (const field of fields) field.checked = field.value === now;
  };
  const root = el(
    'section',
    { class: 'world-part' },
    el(
      'fieldset',
      {},
      el('legend', {}, 'How the app is reached'),
      ...transports.map(([, name, about], index) =>
        el(
          'label',
          { class: 'choice' },
          fields[index],
          el('span', {}, name, el('small', {}, about)),
        ),
      ),
    ),
    said,
  );
  const update = (given: TransportName, canSwitch: boolean) => {
    now = given;
    root.hidden = !canSwitch;
    if (!switching) show();
  };
  return { root, update };
}
