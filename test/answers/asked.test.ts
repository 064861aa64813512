import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../src/answers/asked.ts';

const wantedBy = (question: string) => readQuestion(question).parts.map(({ wants }) => wants[0]);

describe('what a question wants', () => {
  test.each([
    ['How much did the festival cost?', ['money']],
    ['how much money will go to clinics', ['money']],
    ['What was the value of the contract?', ['money']],
    ['How much notice must a tenant give?', ['quantity']],
    ['What share of pupils walk to school?', ['percentage']],
    ['Of those who moved house, what share rented?', ['percentage']],
    ['How many nurses were hired in 2020?', ['count']],
    ['attendance river parade 2014', ['count']],
    ['How long is the data kept?', ['duration']],
    ['When does the new line open?', ['date']],
    ['What is the deadline for applying?', ['date']],
    ['What time should shops close?', ['clock']],
    ['Who chairs the panel?', ['person']],
    ['head of the water office', ['person']],
    ['Which company built the bridge?', ['organisation']],
    ['Where will the fair be held?', ['place']],
    ['Where can I check my application?', ['address']],
    ['Why was the pool closed?', ['reason']],
    ['What is a park connector?', ['definition']],
    ['Which three towns are in the trial?', ['list']],
    ['What kinds of waste are collected?', ['list']],
    ['Is cycling allowed on the path?', ['yes-no']],
    ['What did the minister say about rents?', ['speech']],
    ['If we live apart but are married, does his pay count when I apply?', ['yes-no']],
    ['In May 2023, did the office agree to longer hours?', ['yes-no']],
    ['Under the new rules, how long may a stall stay open?', ['duration']],
    ['In which year, if any, did it close?', ['date']],
    ['When did the pool, the hall and the library open?', ['date']],
    ['At which family centre will lawyers help?', ['place']],
    ['river parade sponsors', ['list']],
    ['wat time must u register', ['clock']],
  ])('%s', (question, wanted) => {
    expect(wantedBy(question)).toEqual(wanted);
  });

  test('what is counted ends before the verb', () => {
    const nouns = (question: string) => readQuestion(question).parts[0]?.nouns;
    expect(nouns('How many people gave up their citizenship?')).toEqual(['people']);
    expect(nouns('How many pupils reported lost cards?')).toEqual(['pupils']);
    expect(nouns('How many licensed stalls are there?')).toEqual(['licensed', 'stalls']);
  });

  test('a question with two asking words has two parts', () => {
    expect(wantedBy('When does he start, and for how many years?')).toEqual(['date', 'duration']);
    expect(wantedBy('Where is the track and how big is it?')).toEqual(['place', 'quantity']);
  });

  test('"is X one of the Ys" is decided by the list of Ys', () => {
    const [part] = readQuestion('is finance one of the sectors?').parts;
    expect(part?.wants).toEqual(['yes-no', 'list']);
    expect(part?.nouns).toEqual(['sectors']);
  });

  test('what is listed is known by its noun, in a few words as in a whole question', () => {
    for (const question of ['RiverPay participating banks at launch', 'types of banks in RiverPay'])
      expect(readQuestion(question).parts).toEqual([{ wants: ['list'], nouns: ['banks'] }]);
  });

  test('what is counted is known by its noun', () => {
    expect(readQuestion('How many polytechnic students took part?').parts[0]?.nouns).toEqual([
      'polytechnic',
      'students',
    ]);
  });
});

describe('what else is read off a question', () => {
  test.each([
    ['hi there! can you tell me when the fair opens? thanks', 'when the fair opens'],
    ['Morning! Are foreign firms welcome?', 'Are foreign firms welcome?'],
    ['quick question before we print - who won?', 'who won?'],
    ['hello', 'hello'],
  ])('courtesies are left out: %s', (typed, text) => {
    expect(readQuestion(typed).text).toBe(text);
  });

  test('years, names and the wish for the newest', () => {
    const asked = readQuestion('What is the latest budget of the Harbour Office for FY24?');
    expect(asked.years).toEqual(['2024']);
    expect(asked.names).toEqual(expect.arrayContaining(['Harbour', 'Office']));
    expect(asked.latest).toBe(true);
    expect(readQuestion('What did the 2012 survey find?').latest).toBe(false);
  });
});
