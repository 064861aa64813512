import { describe, expect, test } from 'vitest';
import { suggest } from '../../../../src/practice/page/seat/suggest.ts';
import type { Person } from '../../../../src/practice/seat-api.ts';

const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id,
  name,
  title: 'Press officer',
  workspace: 'Press Office',
  isBot: false,
  isExternal: false,
  zone: 'Asia/Singapore',
  ...more,
});
const people = [
  person('U1', 'Mei Tan'),
  person('U2', 'Goh Yu Chong'),
  person('U3', 'Media Desk', { isBot: true, title: 'App' }),
  person('U4', 'Núria Soler', { isExternal: true, workspace: 'La Bitácora' }),
];
const commands = [{ command: '/release', description: 'Find a release', usageHint: '[words]' }];

const offered = (text: string, caret = text.length) => suggest(text, caret, commands, people);
const labels = (text: string) => offered(text).items.map(({ label }) => label);

describe('suggest()', () => {
  test('offers the commands with their hints after a slash', () => {
    expect(labels('/')).toEqual(['/release [words]']);
    expect(labels('/rel')).toEqual(['/release [words]']);
    expect(labels('/other')).toEqual([]);
  });

  test('offers none where there are none, as to people of other workspaces', () => {
    expect(suggest('/', 1, [], people).items).toEqual([]);
  });

  test('shows how a chosen command goes on', () => {
    expect(offered('/release').hint).toBe('/release [words]');
    expect(offered('/release AI').hint).toBe('/release [words]');
    expect(offered('/release AI').items).toEqual([]);
  });

  test('a slash later in a message is only a slash', () => {
    expect(labels('and/or')).toEqual([]);
  });

  test('offers people by any of their names, the app first', () => {
    expect(labels('@me')).toEqual(['Media Desk', 'Mei Tan']);
    expect(labels('ask @yu')).toEqual(['Goh Yu Chong']);
    expect(labels('(@goh yu')).toEqual(['Goh Yu Chong']);
  });

  test('says from which workspace an outsider is', () => {
    expect(offered('@nú').items[0]?.detail).toBe('Press officer · La Bitácora');
  });

  test('stops offering once the name is written out', () => {
    expect(labels('@Media Desk')).toEqual([]);
    expect(labels('@Media Desk which sectors')).toEqual([]);
  });

  test('an address is no mention', () => {
    expect(labels('mail a@me')).toEqual([]);
  });

  test('replaces from the sign to the caret', () => {
    const { from, items } = offered('hello @me and more', 9);
    expect([from, items[0]?.insert]).toEqual([6, '@Media Desk ']);
  });
});
