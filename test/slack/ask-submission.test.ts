import { describe, expect, test } from 'vitest';
import { defaultDesk } from '../../src/desk/desk.ts';
import { readSubmission } from '../../src/slack/ask-submission.ts';
import { askModal } from '../../src/slack/views/ask-modal.ts';

/** A Wednesday afternoon in office hours, in Singapore. */
const now = new Date('2026-11-25T14:10:00+08:00');
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

type Filled = { question?: string; outlet?: string; deadline?: string; reach?: string };

const submit = (filled: Filled, ticked?: string, when = now) =>
  readSubmission(
    {
      state: {
        values: {
          ...Object.fromEntries(
            Object.entries({ question: 'How much of it is for health?', ...filled }).map(
              ([id, value]) => [id, { value: { type: 'plain_text_input', value } }],
            ),
          ),
          ...(ticked === undefined
            ? {}
            : {
                confirm: { value: { type: 'checkboxes', selected_options: [{ value: ticked }] } },
              }),
        },
      },
    } as never,
    { now: when, zone: 'Asia/Singapore', desk: { ...defaultDesk, zone: 'Asia/Singapore' } },
  );

/** What a tick of the box sends back. */
const tickOf = (submission: ReturnType<typeof submit>): string => {
  if (submission.kind !== 'confirm') throw new Error(`no question asked: ${submission.kind}`);
  const view = askModal({
    ...submission.filled,
    channel: 'C1',
    cited: [],
    confirm: submission.confirm,
  });
  const value = JSON.stringify(view).match(/"type":"checkboxes".*?"value":"([^"]+)"/)?.[1];
  if (value === undefined) throw new Error('no box to tick');
  return value;
};

describe('a question to a person', () => {
  test('needs no deadline', () => {
    expect(submit({})).toMatchObject({ kind: 'ready', deadline: undefined });
    expect(submit({ deadline: 'no rush' })).toMatchObject({ kind: 'ready', deadline: undefined });
  });

  test('with a clear deadline is ready, with the instant and the asker’s own words', () => {
    expect(submit({ deadline: 'today 5pm', outlet: ' The Daily ' })).toEqual({
      kind: 'ready',
      question: 'How much of it is for health?',
      outlet: 'The Daily',
      reach: '',
      deadline: {
        at: new Date('2026-11-25T17:00:00+08:00'),
        words: 'today 5pm',
        zone: 'Asia/Singapore',
      },
    });
  });

  test.each([
    ['a question without words', { question: ' ?' }, 'question'],
    ['a question of blanks', { question: ' \t\u3000' }, 'question'],
    ['a deadline that can be any time', { deadline: 'asap' }, 'deadline'],
    ['a day without an hour', { deadline: 'Friday' }, 'deadline'],
    ['a deadline that is none', { deadline: 'purple' }, 'deadline'],
  ])('%s is sent back, with what is wrong under it', (_, filled, block) => {
    const submission = submit(filled);
    expect(submission.kind).toBe('faults');
    if (submission.kind === 'faults') expect(submission.faults[block]).toMatch(/\w/);
  });

  test('everything that is wrong is said at once', () => {
    const submission = submit({ question: '', deadline: 'asap' });
    expect(submission.kind === 'faults' && Object.keys(submission.faults)).toEqual([
      'question',
      'deadline',
    ]);
  });
});

describe('a deadline that may mean something else', () => {
  test('is read back first, and taken once it is ticked', () => {
    const asked = submit({ deadline: 'by 5' });
    expect(asked).toMatchObject({ kind: 'confirm', filled: { deadline: 'by 5' } });
    expect(submit({ deadline: 'by 5' }, tickOf(asked))).toMatchObject({
      kind: 'ready',
      deadline: { at: new Date('2026-11-25T17:00:00+08:00') },
    });
  });

  test('is asked about anew when the words were changed after the tick', () => {
    const ticked = tickOf(submit({ deadline: 'by 5' }));
    expect(submit({ deadline: 'by 4' }, ticked).kind).toBe('confirm');
  });

  test('keeps the ticked instant, though the same words mean a later one by now', () => {
    const asked = submit({ deadline: 'COB' });
    const ticked = tickOf(asked);
    expect(submit({ deadline: 'COB' }, ticked, at(5))).toMatchObject({
      kind: 'ready',
      deadline: { at: new Date('2026-11-25T18:00:00+08:00') },
    });
  });

  test('is asked about anew when the ticked instant has passed', () => {
    const ticked = tickOf(submit({ deadline: 'by 3' }));
    expect(submit({ deadline: 'by 3' }, ticked, at(120)).kind).not.toBe('ready');
  });

  test.each(['', 'x', '2026-11-25T09:00:00.000Z', '2026-11-25T09:00:00.000Z 0000000000000000'])(
    'is not taken for a tick that somebody made up: %j',
    (ticked) => {
      expect(submit({ deadline: 'by 5' }, ticked).kind).toBe('confirm');
    },
  );
});
