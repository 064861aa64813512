import { describe, expect, test } from 'vitest';
import { withoutChat } from '../../src/answers/chat.ts';
import { readContactQuestion } from '../../src/answers/contact-question.ts';

const read = (typed: string) => readContactQuestion(withoutChat(typed));

describe('questions for people to ask', () => {
  test.each([
    ['Who do I call?', ''],
    ['who can i email about the harbour survey', 'harbour survey'],
    ['Parks Office media contact for the otter trial', 'Parks Office otter trial'],
    ['mei lins emial', 'mei lins'],
    ["what's Mei Lin's mobile?", 'Mei Lin'],
    ['hi! I want to speak to someone at TOUCH about the book', 'TOUCH book'],
  ])('%s is about %j', (typed, about) => {
    expect(read(typed)?.about.replace(/'s\b/, '').trim()).toBe(about);
  });

  test.each([
    'What was the contract value?',
    'How many mobile phone users are there?',
    'What is the punishment for somebody who misuses contact tracing data?',
    'email scams in 2020',
    'How many contacts were traced?',
    'Who launched the contactless card?',
    'When was the phone app released?',
  ])('%s is not one', (typed) => {
    expect(read(typed)).toBeUndefined();
  });

  test('the own number of somebody who holds a post is told apart', () => {
    expect(read('ministers moblie no?')?.post).toBe('ministers');
    expect(read('press officer for the launch')?.post).toBeUndefined();
  });

  test('a hotline is looked for in the text', () => {
    expect(read('What hotline can parents ring?')?.publicLine).toBe(true);
  });
});
