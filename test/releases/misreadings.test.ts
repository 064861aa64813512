import { describe, expect, test } from 'vitest';
import { parseRelease } from '../../src/releases/parse-release.ts';

const zone = 'Asia/Singapore';
const read = (text: string) => {
  const outcome = parseRelease('x.md', text, { zone });
  if (outcome.kind === 'rejected') throw new Error(outcome.rejection.reason);
  return outcome.release;
};

describe('what an editor would see misread', () => {
  const passagesOf = (body: string) => read(`---\ntitle: T\n---\n${body}`).passages.slice(1);

  test.each([
    ['<ol style="list-style-type: lower-alpha;">', 'a. One\nb. Two'],
    ['<ol type="A">', 'A. One\nB. Two'],
    ['<ol start="4" style="list-style-type:lower-roman">', 'iv. One\nv. Two'],
    ['<ol>', '1. One\n2. Two'],
  ])('a list is quoted with the letters that a browser prints: %s', (open, text) => {
    expect(passagesOf(`${open}<li>One</li><li>Two</li></ol>`)).toMatchObject([
      { kind: 'list', text },
    ]);
  });

  test('a heading in a list of its own heads what comes behind it', () => {
    const list = (text: string) =>
      `<ol style="list-style-type: upper-roman;"><li><b>${text}</b></li></ol>`;
    const body = `${list('Aims')}\n\n1. We begin.\n\n${list('Costs')}\n\n{:start="2"}\n2. We go on.`;
    expect(passagesOf(body)).toMatchObject([
      { kind: 'paragraph', paragraph: '1', text: 'We begin.', heading: ['Aims'] },
      { kind: 'paragraph', paragraph: '2', text: 'We go on.', heading: ['Costs'] },
    ]);
  });

  test.each(['One {: two.', 'One {{ two.', '<p>One {:</p><p>two.</p>', 'One {% two.'])(
    'templating that is never closed is not quoted: %s',
    (body) => {
      const texts = passagesOf(body).map(({ text }) => text);
      expect(texts.join(' ')).toBe('One two.');
    },
  );

  test('the day of an event is an answer; the day of the release is none', () => {
    const body =
      '3 May 2026\n\nThe Office will hold a meeting.\n\nDate and time:\n\n7 May 2026\n\nAll are welcome.\n\n5 May 2026';
    const kinds = passagesOf(body).map(({ kind, text }) => `${kind} ${text}`);
    expect(kinds).toContain('paragraph 7 May 2026');
    expect(kinds.filter((one) => one.startsWith('boilerplate'))).toEqual([
      'boilerplate 3 May 2026',
      'boilerplate 5 May 2026',
    ]);
  });

  test('a closing part “About …:” on one line with its heading answers nothing', () => {
    const body =
      'The Office opened a centre.\n\nIt is in Yishun.\n\n**About the Land Office:** It was founded in 1980.\n\nAbout 300 people: that is the crowd.';
    expect(passagesOf(body).map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'boilerplate',
      'paragraph',
    ]);
  });

  test('a folder that says nothing leaves the kind to the tags', () => {
    const kindOf = (file: string, tags: string) => {
      const outcome = parseRelease(file, `---\ntitle: T\n${tags}---\nx`, { zone });
      return outcome.kind === 'parsed' ? outcome.release.kind : undefined;
    };
    expect(kindOf('site/_posts/2020-01-01-x.md', 'tags:\n  - Press Release\n')).toBe(
      'press-release',
    );
    expect(kindOf('site/_posts/2020-01-01-x.md', 'tags:\n  - Health\n')).toBe('other');
    expect(kindOf('news/speeches/2020-01-01-x.md', 'tags: [Press Release]\n')).toBe('speech');
    expect(kindOf('media/news-reports/_posts/2020-01-01-x.md', '')).toBe('news');
  });
});
