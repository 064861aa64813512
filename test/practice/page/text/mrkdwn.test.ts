import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMrkdwn } from '../../../../src/practice/page/text/mrkdwn.ts';
import type { RichNode } from '../../../../src/practice/page/text/rich-node.ts';

/** The tree in short: `*…*` bold, `_…_` italic, `~…~` struck, the rest by name. */
function brief(nodes: readonly RichNode[]): string {
  return nodes.map(briefOne).join('');
}

function briefOne(node: RichNode): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return '⏎';
    case 'bold':
    case 'italic':
    case 'strike':
    case 'quote':
      return `[${node.kind} ${brief(node.children)}]`;
    case 'code':
    case 'preformatted':
      return `[${node.kind} ${node.text}]`;
    case 'link':
      return `[link ${node.url} ${brief(node.children)}]`;
    case 'user':
    case 'channel':
    case 'group':
      return `[${node.kind} ${node.id}]`;
    case 'broadcast':
      return `[broadcast ${node.range}]`;
    case 'emoji':
      return `[emoji ${node.name}]`;
    case 'date':
      return `[date ${node.epoch} ${node.format} ${node.url ?? '-'} ${node.fallback}]`;
    default:
      return `[${node.kind}]`;
  }
}

describe('parseMrkdwn() reads what Slack formats, and leaves the rest as typed', () => {
  test.each([
    ['bold', '*bold* word', '[bold bold] word'],
    ['italic', 'an _italic_ word', 'an [italic italic] word'],
    ['struck', '~gone~.', '[strike gone].'],
    ['styles within styles', '*bold _and italic_*', '[bold bold [italic and italic]]'],
    ['not inside words', 'snake_case_name 5*3*2 a~b~c', 'snake_case_name 5*3*2 a~b~c'],
    ['not around spaces', '* bold * _ it _', '* bold * _ it _'],
    ['not over lines', '*one\ntwo*', '*one⏎two*'],
    ['after brackets and quotes', '(*yes*) “_yes_”', '([bold yes]) “[italic yes]”'],
    ['a lone marker', '2 * 3 and ~5', '2 * 3 and ~5'],
    ['two markers', '** and __', '** and __'],
    ['code, where nothing else counts', '`*a* :tada: &lt;`', '[code *a* :tada: <]'],
    ['a style around code', '*run `a*b` now*', '[bold run [code a*b] now]'],
    ['a block', 'a ```x  *y*\n&lt;b&gt;``` c', 'a [preformatted x  *y*\n<b>] c'],
    ['a block on its own lines', 'a\n```\nx\n```\nb', 'a⏎[preformatted x]b'],
    ['a quote', '&gt; one\n&gt; two\nthree', '[quote one⏎two]three'],
    ['a quote with a plain bracket', '> one', '[quote one]'],
    ['a quote to the end', 'a\n&gt;&gt;&gt; b\n\nc', 'a[quote b⏎⏎c]'],
    ['lists as typed', '• a\n1. b', '• a⏎1. b'],
    ['entities', 'R&amp;D &lt;b&gt; &copy;', 'R&D <b> &copy;'],
    [
      'a link with words',
      '<https://a.sg/x?y=1&amp;z=2|the *page*>',
      '[link https://a.sg/x?y=1&z=2 the *page*]',
    ],
    ['a link without', '<https://a.sg>', '[link https://a.sg https://a.sg]'],
    ['a mail link', '<mailto:a@b.sg|a@b.sg>', '[link mailto:a@b.sg a@b.sg]'],
    ['a bare address', 'see https://a.sg/x, or', 'see [link https://a.sg/x https://a.sg/x], or'],
    ['no scripts', '<javascript:alert(1)|press>', '<javascript:alert(1)|press>'],
    ['people', 'ask <@U1> or <@U2|terry>', 'ask [user U1] or [user U2]'],
    ['channels', 'in <#C1|newsroom>', 'in [channel C1]'],
    ['groups', '<!subteam^S1|@desk>', '[group S1]'],
    ['everybody', '<!here> <!channel>', '[broadcast here] [broadcast channel]'],
    [
      'a date',
      '<!date^1392734382^{date} at {time}|18 Feb>',
      '[date 1392734382 {date} at {time} - 18 Feb]',
    ],
    ['a date with a link', '<!date^1^{date}^https://a.sg|x>', '[date 1 {date} https://a.sg x]'],
    ['a broken date', '<!date^soon^{date}|soon>', 'soon'],
    ['emoji', ':tada: :no_such_emoji: 10:30:45', '[emoji tada] :no_such_emoji: 10:30:45'],
    ['an open bracket', '3 < 4 <', '3 < 4 <'],
    ['escaped mentions stay dead', '&lt;@U1&gt;', '<@U1>'],
    ['nothing', '', ''],
  ])('%s', (_, text, tree) => {
    expect(brief(parseMrkdwn(text))).toBe(tree);
  });

  test('any text gives a tree whose links open nothing but pages, mail and phones', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '*',
        '_',
        '~',
        '`',
        '```',
        '<',
        '>',
        '|',
        '&lt;',
        '&gt; ',
        '\n',
        ':tada:',
        'https://',
        '<!date^1^',
        'javascript:',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const links = (nodes: readonly RichNode[]): string[] =>
          nodes.flatMap((node) => [
            ...(node.kind === 'link' ? [node.url] : []),
            ...('children' in node ? links(node.children) : []),
          ]);
        for (const url of links(parseMrkdwn(pieces.join('')))) {
          expect(url).toMatch(/^(?:https?|mailto|tel|slack):/i);
        }
      }),
    );
  });

  test('escaped plain words come back as they were', () => {
    const plain = fc
      .stringMatching(/^[A-Za-z0-9&<> .,]*$/)
      .filter((text) => !text.startsWith('>') && !text.includes('http'));
    fc.assert(
      fc.property(plain, (text) => {
        const escaped = text
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;');
        expect(brief(parseMrkdwn(escaped))).toBe(text);
      }),
    );
  });
});
