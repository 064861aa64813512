import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { LocalSlack } from '../../src/practice/local-slack.ts';
import type { StoredMessage, StoredView } from '../../src/practice/slack-state.ts';
import type { World, WorldChannel, WorldPerson } from '../../src/practice/world.ts';
import { until } from './fault-run.ts';
import { type Asked, answersTo, aPlace } from './fault-work.ts';

/** How long one request of Slack's waited for its acknowledgement. */
export type Acknowledged = { readonly kind: string; readonly ms: number; readonly status: number };

export type MinuteCounts = {
  readonly questions: number;
  readonly unanswered: number;
  readonly answeredTwice: number;
  readonly enquiries: number;
  readonly withoutReceipt: number;
  readonly withoutCard: number;
  readonly acknowledged: readonly Acknowledged[];
};

const BOT = '<@U0MED1ADSK>';
const ASKERS = 20;
/** People press again when Slack tells them that it did not work; each late acknowledgement is counted all the same. */
const MOST_TRIES = 5;
const questions = [
  'which sectors does the AI strategy cover?',
  'how much has Singapore invested in AI?',
  'how much of the money goes to healthcare?',
  'who do I call?',
  'what is the capital of France?',
];

const askerId = (number: number) => `U0ASKER${String(number).padStart(3, '0')}`;
const channelId = (number: number) => `C0ASKER${String(number).padStart(3, '0')}`;

/** The practice workspace with many journalists more, each with a channel shared with their outlet. */
export function crowded(world: World): World {
  const [staff] = world.people;
  const shared = world.channels.find(({ connectedIds }) => connectedIds.length > 0);
  if (staff === undefined || shared === undefined) throw new Error('nobody there to resemble');
  const numbers = Array.from({ length: ASKERS }, (_, number) => number);
  const people: WorldPerson[] = numbers.map((number) => ({
    ...staff,
    id: askerId(number),
    name: `Asker ${number}`,
    workspaceId: shared.connectedIds[0] ?? '',
    email: `asker${number}@la-bitacora.example`,
  }));
  const channels: WorldChannel[] = numbers.map((number) => ({
    ...shared,
    id: channelId(number),
    name: `press-${number}`,
    memberIds: [askerId(number), world.app.userId],
  }));
  return {
    ...world,
    people: [...world.people, ...people],
    channels: [...world.channels, ...channels],
  };
}

/** A gate before the app, through which Slack reaches it; what it noted can be asked for at the end. */
export async function openGate(port: number) {
  const worker = new Worker(new URL('./load-gate.mjs', import.meta.url), { workerData: { port } });
  const [{ port: gate }] = (await once(worker, 'message')) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${gate}/slack/events`,
    async close(): Promise<readonly Acknowledged[]> {
      worker.postMessage('report');
      const [{ noted }] = (await once(worker, 'message')) as [{ noted: Acknowledged[] }];
      await worker.terminate();
      return noted;
    },
  };
}

/** A minute in which `perSecond` questions a second come in and `enquiries` are sent. Counts what came of them. */
export async function aBusyMinute(
  slack: LocalSlack,
  { seconds, perSecond, enquiries }: { seconds: number; perSecond: number; enquiries: number },
): Promise<Omit<MinuteCounts, 'acknowledged'>> {
  const asking = askSteadily(slack, seconds, perSecond);
  const enquiring = Promise.all(
    Array.from({ length: ASKERS }, async (_, asker) => {
      const mine = Math.floor(enquiries / ASKERS) + (asker < enquiries % ASKERS ? 1 : 0);
      const sent: Sent[] = [];
      const begun = performance.now() + (asker * seconds * 1000) / enquiries;
      for (let number = 0; number < mine; number += 1) {
        const due = begun + (number * seconds * 1000) / mine;
        await pause(Math.max(0, due - performance.now()));
        sent.push(await enquire(slack, asker, number));
      }
      return sent;
    }),
  );
  const asked = await asking;
  const sent = (await enquiring).flat();
  const answers = () => asked.map((one) => answersTo(slack, one).length);
  await until(() => answers().every((count) => count > 0), 60_000);
  await until(() => sent.every((one) => hasReceipt(slack, one) && cardOf(slack, one) > 0), 60_000);
  await pause(1_000);
  return {
    questions: asked.length,
    unanswered: answers().filter((count) => count === 0).length,
    answeredTwice: answers().filter((count) => count > 1).length,
    enquiries: sent.length,
    withoutReceipt: sent.filter((one) => !hasReceipt(slack, one)).length,
    withoutCard: sent.filter((one) => cardOf(slack, one) !== 1).length,
  };
}

async function askSteadily(
  slack: LocalSlack,
  seconds: number,
  perSecond: number,
): Promise<Asked[]> {
  const begun = performance.now();
  const asked: Promise<Asked>[] = [];
  for (let number = 0; number < seconds * perSecond; number += 1) {
    await pause(Math.max(0, begun + (number * 1000) / perSecond - performance.now()));
    asked.push(ask(slack, number));
  }
  return Promise.all(asked);
}

async function ask(slack: LocalSlack, number: number): Promise<Asked> {
  const asker = number % ASKERS;
  const person = askerId(asker);
  const question = questions[number % questions.length] ?? '';
  const channel = number % 2 === 0 ? undefined : channelId(asker);
  const { ts } = await (channel === undefined
    ? slack.as(person).tell(question)
    : slack.as(person).say(channel, `${BOT} ${question}`));
  return { person, channel, ts, question };
}

type Sent = { readonly channel: string; readonly ts: string; readonly token: string };

async function enquire(slack: LocalSlack, asker: number, number: number): Promise<Sent> {
  const person = slack.as(askerId(asker));
  const channel = channelId(asker);
  const token = `(case ${asker}-${number})`;
  const { ts } = await person.say(channel, `${BOT} what is planned in ${aPlace(token)}? ${token}`);
  let button: StoredMessage | undefined;
  await until(() => {
    button = slack
      .thread(channel, ts)
      .find(({ blocks }) => JSON.stringify(blocks).includes('enquiry.ask'));
    return button !== undefined;
  }, 60_000);
  if (button === undefined) throw new Error(`no answer to ask further about: ${token}`);
  for (let tries = 0; person.modal() === undefined && tries < MOST_TRIES; tries += 1)
    await person.press(button, 'enquiry.ask');
  for (let tries = 0; person.modal() !== undefined && tries < MOST_TRIES; tries += 1)
    await person.submit(person.modal() as StoredView, { reach: '+34 600 000 000' });
  return { channel, ts, token };
}

const hasReceipt = (slack: LocalSlack, { channel, ts }: Sent): boolean =>
  slack.thread(channel, ts).some(({ text }) => text.includes('ME-'));

const cardOf = (slack: LocalSlack, { token }: Sent): number =>
  slack
    .messages('C0PRESSDSK')
    .filter(({ text }) => text.startsWith('Enquiry ME-') && text.includes(token)).length;
