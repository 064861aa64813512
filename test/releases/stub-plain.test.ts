import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRelease } from '../../src/releases/parse-release.ts';
import { stubPlain } from '../../src/releases/stub-plain.ts';

const passagesOf = (body: string) => {
  const outcome = parseRelease('a.md', `---\ntitle: T\n---\n${body}`, { zone: 'Asia/Singapore' });
  return outcome.kind === 'parsed'
    ? outcome.release.passages.slice(1).map(({ text, paragraph }) => ({ text, paragraph }))
    : [];
};

test('paragraphs without markup are taken out, and all others stay as they are', () => {
  const { source, plain } = stubPlain(
    'One line\nand more.\n\n**Bold.**\n\n2. Two &amp; three.\n\nEnd',
  );
  expect(plain).toEqual([['One line\nand more.'], ['Two & three.'], ['End']]);
  expect(source).toContain('**Bold.**');
  expect(source.split('\n')).toHaveLength(8);
  expect(source).not.toContain('more');
});

test('a text that looks like a stub shows as it is, and not as what a stub stands for', () => {
  const texts = passagesOf('The first paragraph.\n\n\uE0000\uE001 is strange.\n');
  expect(texts[0]?.text).toBe('The first paragraph.');
  expect(texts.filter(({ text }) => text.includes('first'))).toHaveLength(1);
});

test('what is understood is the same with a paragraph taken out as with it parsed', () => {
  const line = fc.constantFrom(
    'The Office opens.',
    '1. It opens in May.',
    '12.  Ten people came',
    '29.&nbsp; Thank you.',
    'Smith &amp; Co. agreed.  ',
    '- a bullet',
    '  indented words',
    '# Heading',
    '> quoted',
    '| a | b |',
    '---',
    '<div>in a box</div>',
    '2019 was a year.',
    '',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      // A mark of a comment keeps everything from being taken out, and shows nothing.
      expect(passagesOf(text)).toEqual(passagesOf(`${text}\n\n<!-- -->\n`));
    }),
  );
});
