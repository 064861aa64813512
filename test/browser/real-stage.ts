import { afterEach, expect } from 'vitest';
import { openRealOffice } from './real-office.ts';
import { stageWith } from './stage.ts';

/**
 * A fresh practice workspace with the real app for each test. After each test it fails also where the app logged a
 * trouble, sent what Slack would not take, or let the journalist see anything of the desk's private channel.
 *
 * @param from where the clock of the world starts
 */
export function realStage(from?: string) {
  // Registered before the stage's own, so it runs after them: what it needs is kept here.
  let check = async () => {};
  afterEach(() => check());
  const stage = stageWith(async () => {
    const office = await openRealOffice(from);
    const close = async () => {
      const response = await fetch(`${office.slack.url}api/seats/journalist`);
      const seen = await response.text();
      const desk = office.slack.world.channels.find(({ name }) => name === 'press-desk');
      check = async () => {
        expect(office.troubles, 'what the app complained of').toEqual([]);
        expect(office.slack.faults, 'what Slack would not take').toEqual([]);
        expect(seen, 'the journalist and the private channel').not.toContain(desk?.id);
        expect(seen, 'the journalist and the private channel').not.toContain('press-desk');
      };
      await office.close();
    };
    return { ...office, close };
  });
  return stage;
}
