import { describe, expect, test } from 'vitest';
import { readLines } from '../../src/releases/contact-lines.ts';

const seen = (body: string) => readLines(body, 1).map(({ text }) => text);

describe('readLines()', () => {
  test.each([
    // Markdown.
    ['**Goh (Mr**)<br>', ['Goh (Mr)']],
    ['**Goh (Mr)<br>**', ['Goh (Mr)']],
    ['_In Singapore:_', ['In Singapore:']],
    ['### **Media**{:.left}', ['Media']],
    ['[a_b@x.sg](mailto:c@x.sg )', ['a_b@x.sg']],
    ['Email: <a_b@x.sg>', ['Email: a_b@x.sg']],
    ['a\\_b@x.sg', ['a_b@x.sg']],
    ['A*STAR and **B**', ['A*STAR and B']],
    ['- Ann  \n- Ben', ['Ann', 'Ben']],
    ['| Ann | a@x.sg |\n|---|---|', ['Ann', 'a@x.sg']],
    // HTML.
    ['<p><strong>Ann</strong>\n<br>Branding &amp;\nEvents</p>', ['Ann', 'Branding & Events']],
    ['Email:&nbsp;<a href="mailto:c@x.sg"><br><u>a@x.sg</u></a>', ['Email:', 'a@x.sg']],
    ['&amp;nbsp;Ann&#8217;s', ['Ann’s']],
    ['<!-- For the media:\nBen -->Ann', ['Ann']],
  ])('shows %j as a reader sees it', (body, expected) => {
    expect(seen(body)).toEqual(expected);
  });

  test('knows blank lines, empty <br> lines and paragraphs for gaps, and a <br> beside a line end for none', () => {
    const gaps = (body: string) => readLines(body, 1).map(({ gap }) => gap);
    expect(gaps('A\n\nB')).toEqual([true, true]);
    expect(gaps('A<br>\n<br>B')).toEqual([true, true]);
    expect(gaps('A\n  \nB')).toEqual([true, true]);
    expect(gaps('<p>A</p><p>B</p>')).toEqual([true, true]);
    expect(gaps('A\n<br>B')).toEqual([true, false]);
    expect(gaps('A<br>\nB')).toEqual([true, false]);
  });

  test('counts lines as the file does', () => {
    const lines = readLines('A\r\n\r\n<!-- x\ny -->\n---\n<p>B\nC<br>D</p>', 10);
    expect(lines.map(({ line, text, kind }) => `${line} ${kind} ${text}`)).toEqual([
      '10 text A',
      '14 rule ',
      '15 text B C',
      '16 text D',
    ]);
  });

  test('remembers whom a link writes to', () => {
    expect(readLines('[a@x.sg](mailto:[b@x.sg?subject=Hi)', 1)[0]?.targets).toEqual(['b@x.sg']);
  });
});
