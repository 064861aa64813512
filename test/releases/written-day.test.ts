import { expect, test } from 'vitest';
import { readFileName } from '../../src/releases/file-name.ts';
import { readWrittenDay } from '../../src/releases/written-day.ts';

test.each([
  ['19 Nov 2019', '2019-11-19'],
  ['3rd March, 2014', '2014-03-03'],
  ['Tuesday, 14 October 2025', '2025-10-14'],
  ['January 5, 2017', '2017-01-05'],
  ['2019-11-9', '2019-11-09'],
  ['Sept. 30 2022', '2022-09-30'],
])('%s is %s', (text, day) => {
  expect(readWrittenDay(text)?.day).toBe(day);
});

test.each(['31 Feb 2020', 'YYYY-MM-DD', '9999-99-9', 'May we', '12 people in 2020'])(
  '%s is no day',
  (text) => {
    expect(readWrittenDay(text)).toBeUndefined();
  },
);

test.each([
  ['a/2019-11-19-post-some title.md', '2019-11-19', 'some title'],
  ['2019-11-19-file-report.md', '2019-11-19', 'report'],
  ['2023-02-11-.md', '2023-02-11', ''],
  ['2023-02-31-x.md', undefined, '2023-02-31-x'],
  ['022-11-09-x.md', undefined, '022-11-09-x'],
  ['notes.markdown', undefined, 'notes'],
])('%s', (file, day, slug) => {
  expect(readFileName(file)).toEqual({ day, slug });
});
