import { expect, test } from 'vitest';
import { releaseAt } from '../../src/releases/release-at.ts';
import { aRelease } from '../builders.ts';

const SITE = 'https://www.agency.gov.sg';
const lab = aRelease({ title: 'A new laboratory', permalink: '/press/lab' });
const elsewhere = aRelease({ title: 'A report', link: 'https://reports.example/a.pdf' });

test.each([
  ['as it stands on the site', `${SITE}/press/lab`, lab],
  ['with a slash at the end', `${SITE}/press/lab/`, lab],
  ['without www and without encryption', 'http://agency.gov.sg/press/lab', lab],
  ['with what mails hang behind it', `${SITE}/press/lab?utm_source=mail#money`, lab],
  ['of a page elsewhere that a post points to', 'https://reports.example/a.pdf', elsewhere],
  ['of another page of the site', `${SITE}/press/lab-two`, undefined],
  ['of the same page of another site', 'https://agency.gov.sg.evil.example/press/lab', undefined],
  ['that is none', 'press/lab', undefined],
  ['of another kind', 'mailto:lab@agency.gov.sg', undefined],
])('an address %s', (_, url, found) => {
  expect(releaseAt(url, [elsewhere, lab], SITE)?.title).toBe(found?.title);
});
