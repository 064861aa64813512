import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import type { PersonDriver } from '../../src/practice/person-driver.ts';
import type { StoredMessage } from '../../src/practice/slack-state.ts';

/** A question that somebody put to the app. */
export type Asked = {
  readonly person: string;
  /** `undefined`: in a direct message. */
  readonly channel: string | undefined;
  readonly ts: string;
  readonly question: string;
};

/** What the app said to it. */
export const answersTo = (slack: LocalSlack, { person, channel, ts }: Asked): StoredMessage[] =>
  (channel === undefined
    ? slack.directMessages(person).filter(({ thread_ts }) => thread_ts === ts)
    : slack.thread(channel, ts)
  ).filter(({ bot_id }) => bot_id !== undefined);

/** An enquiry that was sent, and the reply to it that was sent. Both stand nowhere else. */
export type Enquired = {
  readonly channel: string;
  readonly ts: string;
  readonly token: string;
  readonly reply: string;
};

const BOT = '<@U0MED1ADSK>';
const questions = [
  'which sectors does the AI strategy cover?',
  'how much has Singapore invested in AI?',
  'how much of the money goes to healthcare?',
  'who do I call?',
  'what is the capital of France?',
];
const people = ['U0NUR1AS0L', 'U0WENPR1CE', 'U0ME1TAN01', 'U0ARJUN002', 'U0S1T1RAH3'];
/** Time between two questions: about a dozen a second. */
const APART_MS = 80;

/** Everybody asks, in direct messages and by mention, one after the other without waiting for answers. */
export async function askAll(
  slack: LocalSlack,
  count: number,
  random: () => number,
  before: (number: number) => Promise<void>,
): Promise<Asked[]> {
  const asked: Promise<Asked>[] = [];
  for (let number = 0; number < count; number += 1) {
    void before(number);
    const person = people[number % people.length] ?? '';
    const question = `${questions[Math.floor(random() * questions.length)]}`;
    asked.push(ask(slack, person, question, random() < 0.5));
    await pause(APART_MS);
  }
  return Promise.all(asked);
}

async function ask(
  slack: LocalSlack,
  person: string,
  question: string,
  isDirect: boolean,
): Promise<Asked> {
  const channel = isDirect ? undefined : channelOf(person);
  const { ts } = await (channel === undefined
    ? slack.as(person).tell(question)
    : slack.as(person).say(channel, `${BOT} ${question}`));
  return { person, channel, ts, question };
}

const channelOf = (person: string): string =>
  person === 'U0NUR1AS0L' ? 'C0B1TAC0RA' : person === 'U0WENPR1CE' ? 'C0HARB0URT' : 'C0NEWSR00M';

/** Journalists ask the press office and officers reply, pressing again whatever did not work, as people do. */
export async function enquireAll(
  slack: LocalSlack,
  count: number,
  { isUp, isHeard }: Pick<Scene, 'isUp' | 'isHeard'>,
): Promise<Enquired[]> {
  const pairs = [
    ['U0NUR1AS0L', 'U0ME1TAN01'],
    ['U0WENPR1CE', 'U0S1T1RAH3'],
  ] as const;
  const lists = await Promise.all(
    pairs.map(async ([journalist, officer], index) => {
      const enquired: Enquired[] = [];
      for (let number = index; number < count; number += pairs.length)
        enquired.push(await enquire({ slack, isUp, isHeard }, journalist, officer, number));
      return enquired;
    }),
  );
  return lists.flat();
}

type Scene = {
  readonly slack: LocalSlack;
  readonly isUp: () => boolean;
  /** Whether the app took the message of this `ts`. */
  readonly isHeard: (ts: string) => boolean;
};

async function enquire(
  scene: Scene,
  journalist: string,
  officer: string,
  number: number,
): Promise<Enquired> {
  const { slack } = scene;
  const channel = channelOf(journalist);
  const token = `(enquiry number ${number})`;
  const reply = `No split has been published, number ${number}.`;
  const asker = slack.as(journalist);
  const { ts, button } = await askForButton(scene, asker, channel, token);
  await throughModals(scene, asker, { mark: ts, values: { reach: '+34 600 000 000' } }, () =>
    asker.press(button, 'enquiry.ask'),
  );

  const clerk = slack.as(officer);
  const card = () =>
    slack
      .messages('C0PRESSDSK')
      .find((one) => one.text.startsWith('Enquiry ME-') && one.text.includes(token));
  await found(() => {
    const shown = card();
    return shown !== undefined && hasAction(shown, 'enquiry.move.claim') ? shown : undefined;
  });
  await again(
    scene,
    `claim ${token}`,
    () => card()?.text.includes('Claimed') === true,
    () => clerk.press(card() as StoredMessage, 'enquiry.move.claim'),
  );
  await throughModals(scene, clerk, { mark: token, values: { reply } }, () =>
    clerk.press(card() as StoredMessage, 'enquiry.move.reply'),
  );
  return { channel, ts, token, reply };
}

/** A name that no other question has, so that they are on a subject each. */
export function aPlace(token: string): string {
  const digits = [...createHash('sha256').update(token).digest('hex').slice(0, 10)];
  const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va'.split(' ');
  return `Q${digits.map((digit) => syllables[Number.parseInt(digit, 16)]).join('')}`;
}

const UNHEARD_MS = 20_000;

/** Asks; once more, as people do, where Slack gave up telling the app because nobody was there. */
async function askForButton(
  scene: Scene,
  asker: PersonDriver,
  channel: string,
  token: string,
): Promise<{ ts: string; button: StoredMessage }> {
  const { slack, isHeard } = scene;
  for (;;) {
    const { ts } = await asker.say(channel, `${BOT} what is planned in ${aPlace(token)}? ${token}`);
    const said = performance.now();
    const button = await found(() =>
      !isHeard(ts) && performance.now() > said + UNHEARD_MS
        ? 'unheard'
        : slack.thread(channel, ts).find((one) => hasAction(one, 'enquiry.ask')),
    );
    if (button !== 'unheard') return { ts, button };
  }
}

const hasAction = ({ blocks }: StoredMessage, id: string) => JSON.stringify(blocks).includes(id);

/**
 * Opens a modal and goes through it to the end, submitting the same one again when that did not work. What else lies
 * open, because a press worked late, is closed, as people do.
 */
async function throughModals(
  scene: Scene,
  person: PersonDriver,
  { mark, values }: { mark: string; values: Readonly<Record<string, unknown>> },
  press: () => Promise<unknown>,
): Promise<void> {
  let root: string | undefined;
  let isDone = false;
  await again(
    scene,
    `go through the modal of ${mark}`,
    () => isDone && person.modal() === undefined,
    async () => {
      const view = person.modal();
      if (view === undefined) {
        await press();
        return;
      }
      if (!isDone && JSON.stringify(view.view).includes(mark)) root = view.rootId;
      if (isDone || view.rootId !== root) await person.close(view);
      else {
        const named = Object.fromEntries(
          Object.entries(values).filter(([id]) => JSON.stringify(view.view).includes(`"${id}"`)),
        );
        const shown = await person.submit(view, named);
        if (shown.kind === 'errors') throw new Error(JSON.stringify(shown));
        const next = person.modal();
        // Neither there still, nor followed by a further step.
        isDone = next?.id !== view.id && next?.previousId !== view.id;
      }
    },
    () => `before ${JSON.stringify(person.modal()?.view ?? 'nothing').slice(0, 300)}`,
  );
}

const PATIENCE_MS = 180_000;

/** Acts until it has worked, looking for a while after each time. */
async function again(
  scene: Scene,
  what: string,
  worked: () => boolean,
  act: () => Promise<unknown>,
  seen: () => string = () => '',
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    if (worked()) return;
    if (scene.isUp()) await act();
    for (let looks = 0; looks < 12 && !worked(); looks += 1) await pause(50);
  }
  throw new Error(`tried in vain: ${what} ${seen()}`);
}

async function found<T>(look: () => T | undefined): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const one = look();
    if (one !== undefined) return one;
    await pause(50);
  }
  throw new Error('waited in vain');
}
