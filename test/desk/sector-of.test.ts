import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDesk } from '../../src/desk/read-desk.ts';
import { sectorsIn } from '../../src/desk/sector-of.ts';

const outcome = readDesk(readFileSync('desk.yml', 'utf8'));
if (outcome.kind === 'invalid') throw new Error('desk.yml is broken');
const { desk } = outcome;

const TRANSPORT = 'Transport and Logistics';
const CITIES = 'Smart Cities and Estates';
const SAFETY = 'Safety and Security';

describe('sectorsIn() tells what a question is about', () => {
  test.each([
    ['Why did the trains stop this morning?', TRANSPORT],
    ['Which trains are late?', TRANSPORT],
    ['SMRT trains broke down again', TRANSPORT],
    ['How many trains the operator runs', TRANSPORT],
    ['What about trains?', TRANSPORT],
    ['Will the train stop at Jurong?', TRANSPORT],
    ['How long does train travel take?', TRANSPORT],
    ['Are there new trains and buses?', TRANSPORT],
    ['Is the port of Tuas open?', TRANSPORT],
    ['Who maintains the lifts?', CITIES],
    ['Two lifts failed at the block', CITIES],
    ['Is there water in the basement?', CITIES],
    ['Was the fire put out?', SAFETY],
    ['Two fires this week', SAFETY],
    ['Which hospitals are full?', 'Healthcare'],
    ['What do pupils learn, and is online learning kept?', 'Education'],
    ['What does MOH say?', 'Healthcare'],
  ])('%s', (question, sector) => {
    expect(sectorsIn(question, desk)[0]).toBe(sector);
  });

  test.each([
    ['Which institute trains engineers in AI?', TRANSPORT],
    ['The programme trains 500 people a year', TRANSPORT],
    ['Who trains them?', TRANSPORT],
    ['Is there a scheme that trains workers?', TRANSPORT],
    ['Is there a plan to train more engineers?', TRANSPORT],
    ['Does AI Singapore train engineers?', TRANSPORT],
    ['Which agency ports the data to the new system?', TRANSPORT],
    ['When the government lifts the embargo, who speaks?', CITIES],
    ['It lifts its ban today', CITIES],
    ['Who fires the chief executive?', SAFETY],
    ['The board fires two directors', SAFETY],
    ['Which machine learning models are used?', 'Education'],
    ['Is deep-learning hardware bought?', 'Education'],
  ])('%s is not about %s', (question, sector) => {
    expect(sectorsIn(question, desk)).not.toContain(sector);
  });

  test('what trains nurses is still about nurses', () => {
    expect(sectorsIn('Which institute trains nurses?', desk)).toEqual(['Healthcare']);
  });

  test('capitals are read as capitals', () => {
    expect(sectorsIn('ite missa est', desk)).toEqual([]);
    expect(sectorsIn('What does ITE teach?', desk)).toEqual(['Education']);
  });
});
