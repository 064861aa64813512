import type { SeatId } from '../../seat-api.ts';
import { appOf, firstPlace } from '../seat/place.ts';
import { answeredQuestion, type Progress, reply } from './progress.ts';
import {
  buttonNamed,
  completeForm,
  fillForm,
  point,
  press,
  type Stage,
  type,
  until,
} from './stage.ts';
import type { TourStep } from './steps.ts';

/** Acts a step out: takes the seat, types, presses and fills in, and points at what came of it. */
export async function playStep(
  stage: Stage,
  step: TourStep,
  progress: () => Progress,
): Promise<void> {
  if (step.id === 'read') return readReply(stage, progress);
  if (step.id === 'reply') return answer(stage, progress);
  const view = goToStart(stage, step.seat);
  if (step.words !== null) {
    await type(view.composer, withApp(step.words, stage, step.seat));
    view.composer.send();
  }
  if (step.id === 'look-up') {
    await until(() => (step.isDone(progress()) ? true : null));
    point([...view.root.querySelectorAll('.message.ephemeral')].at(-1) ?? null);
    return;
  }
  const answered = await until(() => answeredQuestion(progress()));
  if (answered === null) return;
  view.go(view.place()?.conversation ?? '', answered.threadTs ?? answered.ts);
  const shown = () => view.root.querySelector<HTMLElement>(`.thread [data-ts="${answered.ts}"]`);
  const message = await until(shown, 3_000);
  point(message);
  if (step.id === 'ask' || message === null) return;
  const button = await until(() => buttonNamed(message, /ask the press office|ask a person/i));
  if (button === null) return;
  await press(button);
  await completeForm(view.root);
  await until(() => (step.isDone(progress()) ? true : null));
  point([...view.root.querySelectorAll('.thread .message')].at(-1) ?? null);
}

/** Only types or fills in what is next and shows where to press. */
export async function hintStep(
  stage: Stage,
  step: TourStep,
  progress: () => Progress,
): Promise<void> {
  const { root } = stage.view(step.seat);
  stage.take(step.seat);
  const form = root.querySelector<HTMLElement>('.modal');
  if (form !== null) {
    fillForm(form);
    point(form.querySelector('[data-key="submit"]'));
    return;
  }
  if (step.id === 'read') {
    const message = reply(progress());
    point(root.querySelector(`[data-key="thread-${message?.threadTs ?? ''}"]`));
  } else if (step.id === 'reply') {
    goToCard(stage);
    point(await until(() => nextOnCard(root), 2_000));
  } else if (step.id === 'ask-a-person' && answeredQuestion(progress()) !== null) {
    point(buttonNamed(root, /ask the press office|ask a person/i));
  } else if (step.words !== null) {
    const view = goToStart(stage, step.seat);
    await type(view.composer, withApp(step.words, stage, step.seat));
    point(view.composer.root);
  }
}

const nextOnCard = (root: HTMLElement) =>
  buttonNamed(root, /^\W*reply/i) ?? buttonNamed(root, /claim/i);

function goToStart(stage: Stage, seat: SeatId) {
  stage.take(seat);
  const view = stage.view(seat);
  const state = stage.seats()[seat];
  if (state !== undefined) view.go(firstPlace(seat, state).conversation);
  return view;
}

/** The contact finds the card in the app's DM. */
function goToCard(stage: Stage) {
  stage.take('contact');
  const view = stage.view('contact');
  const state = stage.seats().contact;
  const dm = state?.conversations.find((each) => appOf(each, state) !== undefined);
  if (dm !== undefined) view.go(dm.id);
  return view;
}

async function answer(stage: Stage, progress: () => Progress): Promise<void> {
  const { root } = goToCard(stage);
  const first = await until(() => nextOnCard(root), 8_000);
  if (first === null) return;
  await press(first);
  if (/claim/i.test(first.textContent)) {
    const next = await until(() => buttonNamed(root, /^\W*reply/i), 8_000);
    if (next === null) return;
    await press(next);
  }
  await completeForm(root);
  // The app waits a while before it sends, so that one can still take it back.
  await until(() => reply(progress()), 30_000);
  point([...root.querySelectorAll('.message')].at(-1) ?? null);
}

async function readReply(stage: Stage, progress: () => Progress): Promise<void> {
  const message = await until(() => reply(progress()), 30_000);
  stage.take('journalist');
  if (message === null) return;
  const view = stage.view('journalist');
  const state = stage.seats().journalist;
  const channel = state?.conversations.find(({ messages }) =>
    messages.some(({ ts }) => ts === message.ts),
  );
  if (channel === undefined) return;
  view.go(channel.id, message.threadTs ?? message.ts);
  point(await until(() => view.root.querySelector(`.thread [data-ts="${message.ts}"]`), 3_000));
}

/** Puts the app's name in the place of `@app`. */
export function withApp(words: string, stage: Stage, seat: SeatId): string {
  const app = stage.seats()[seat]?.people.find(({ isBot }) => isBot)?.name ?? 'app';
  return words.replace('@app', `@${app}`);
}
