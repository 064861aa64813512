import { expect, test } from 'vitest';
import type { AnswerGiven, Feedback } from '../../src/enquiries/answer-log.ts';
import { anEnquiry, anEvent, minutesAfter, nine } from '../enquiries/an-enquiry.ts';
import type { OpenEmpty } from './store.contract.ts';

const quote = (releaseId: string) => ({
  releaseId,
  file: `${releaseId}.md`,
  title: 'AI strategy',
  version: 'abc',
  text: '“S$500 million” – \uD83D',
});
const answer = (key: string, changes: Partial<AnswerGiven> = {}): AnswerGiven => ({
  key,
  channel: 'C1',
  threadTs: '1.1',
  userId: 'U1',
  question: 'How much?',
  outcome: 'answered',
  quotes: [quote('ai')],
  at: nine,
  ...changes,
});

export function answersContract(open: OpenEmpty) {
  test('the latest answer of a thread is found again, also by person', async () => {
    const store = await open();
    await store.recordAnswer(answer('1'));
    await store.recordAnswer(answer('2', { at: minutesAfter(nine, 1), userId: 'U2' }));
    await store.recordAnswer(answer('3', { at: minutesAfter(nine, 2), threadTs: '2.2' }));
    const thread = { channel: 'C1', threadTs: '1.1' };
    expect(await store.lastAnswer(thread)).toMatchObject({ key: '2' });
    expect(await store.lastAnswer({ ...thread, userId: 'U1' })).toEqual(answer('1'));
    expect(await store.lastAnswer({ ...thread, userId: 'U3' })).toBeUndefined();
  });

  test('an answer is kept once, and found by each release that it quoted', async () => {
    const store = await open();
    const both = answer('1', { quotes: [quote('ai'), quote('budget'), quote('ai')] });
    await store.recordAnswer(both);
    await store.recordAnswer(answer('1', { question: 'other' }));
    await store.recordAnswer(answer('2', { quotes: [], outcome: 'not-found' }));
    expect(await store.answersQuoting('ai')).toEqual([both]);
    expect(await store.answersQuoting('budget')).toEqual([both]);
    expect(await store.answersQuoting('port')).toEqual([]);
  });

  test('served threads are those with a recent answer or a live enquiry', async () => {
    const store = await open();
    await store.recordAnswer(answer('1', { threadTs: '1.1' }));
    await store.recordAnswer(answer('2', { threadTs: '2.2', at: minutesAfter(nine, -60) }));
    await store.recordAnswer(answer('3', { threadTs: '2.2', at: minutesAfter(nine, -120) }));
    const enquiry = anEnquiry({ createdAt: minutesAfter(nine, -600) });
    await store.save({ enquiry, event: anEvent(), notices: [] });
    const served = await store.servedThreads(minutesAfter(nine, -30));
    expect(served.map(({ threadTs }) => threadTs)).toEqual(['1.1', enquiry.origin.threadTs]);
  });

  test('feedback is changed by its key and listed newest first', async () => {
    const store = await open();
    const feedback = (key: string, minutes: number, kind: Feedback['kind']): Feedback => ({
      key,
      kind,
      question: 'q',
      releases: ['ai'],
      at: minutesAfter(nine, minutes),
    });
    await store.recordFeedback(feedback('a', 1, 'helpful'));
    await store.recordFeedback(feedback('b', 2, 'refusal'));
    await store.recordFeedback(feedback('a', 3, 'not-helpful'));
    expect(await store.feedbackSince(nine)).toEqual([
      feedback('a', 3, 'not-helpful'),
      feedback('b', 2, 'refusal'),
    ]);
    expect(await store.feedbackSince(minutesAfter(nine, 3))).toHaveLength(1);
  });
}
