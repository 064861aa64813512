import { expect, test } from 'vitest';
import { createFormValues, elementKey } from '../../../../src/practice/page/blocks/form-values.ts';

test('a form gives its values as view.state.values, and forgets fields that are gone', () => {
  const values = createFormValues();
  values.set('question', 'text', { type: 'plain_text_input', value: 'Which?' });
  values.set('terms', 'choice', { type: 'radio_buttons', selected_option: null });
  values.keepOnly(new Set([elementKey('question', 'text')]));
  expect(values.state()).toEqual({
    question: { text: { type: 'plain_text_input', value: 'Which?' } },
  });
});
