import { expect, test } from 'vitest';
import { maskFor, secretsOf } from '../src/mask-secrets.ts';

const env = {
  SLACK_BOT_TOKEN: 'xoxb-1-planted',
  SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5',
  DATABASE_URL: 'postgres://desk:hunter2%21x@db/desk',
  RELEASES_GIT: 'https://bot:gitpassword@host/office.git',
};

test.each([
  'xoxb-99-of-another',
  'xapp-1-A0-99-z',
  'signed with 8f742231b10e8888abcd99yyyzzz85a5.',
  'password "hunter2!x" is wrong',
  'at postgres://desk:hunter2%21x@db/desk',
  'fatal: could not read https://bot:gitpassword@host/office.git',
  'fatal: could not read https://github_pat_11AAAAAAAA22@host/office.git',
])('no credential is left in: %s', (text) => {
  expect(maskFor(secretsOf(env))(text)).toContain('[hidden]');
  expect(maskFor(secretsOf(env))(text)).not.toMatch(/-99-|8f742|hunter2|gitpassword|pat_11/);
});

test.each([
  'How much of the S$500 million is for health?',
  'see https://www.gov.sg/media/a-release or write to tan_mei_ling@port.gov.sg',
])('words of people stay as they are: %s', (text) => {
  expect(maskFor(secretsOf(env))(text)).toBe(text);
});
