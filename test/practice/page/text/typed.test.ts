import { expect, test } from 'vitest';
import { asTyped } from '../../../../src/practice/page/text/typed.ts';

const people = [{ id: 'U1', name: 'Media Desk' }];
const channels = [{ id: 'C1', name: 'newsroom' }];

test.each([
  ['<@U1> which sectors?', '@Media Desk which sectors?'],
  ['see <#C1|newsroom> and <#C9|elsewhere>', 'see #newsroom and #elsewhere'],
  ['<https://a.sg/x|here>, R&amp;D &lt;b&gt;', 'https://a.sg/x, R&D <b>'],
  ['<@U9> is unknown', '<@U9> is unknown'],
])('asTyped() gives %s back as %s', (text, typed) => {
  expect(asTyped(text, people, channels)).toBe(typed);
});
