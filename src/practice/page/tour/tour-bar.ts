import type { SeatAction, SeatId } from '../../seat-api.ts';
import { announce } from '../announce.ts';
import { el, refill } from '../element.ts';
import { icon } from '../icons.ts';
import { recall, remember } from '../preferences.ts';
import { seatNames } from '../seats.ts';
import { hintStep, playStep, withApp } from './play.ts';
import { newestTs, type Progress } from './progress.ts';
import { point, type Stage } from './stage.ts';
import { tourSteps } from './steps.ts';

export type TourBar = {
  readonly root: HTMLElement;
  readonly update: () => void;
  readonly observe: (seat: SeatId, action: SeatAction) => void;
  readonly toggle: () => void;
  readonly isOpen: () => boolean;
  readonly restart: () => void;
};

type Kept = { step: number; since: number | null; written: string[]; done: boolean; open: boolean };

/** The guided tour in a strip over the seats; where one stands in it is kept in this browser. */
export function createTourBar(stage: Stage, onToggle: () => void): TourBar {
  const root = el('section', { class: 'tour', 'aria-label': 'Guided tour' });
  const kept = read();
  let busy = false;
  /** Acting the step out did not bring what it should. */
  let stuck = false;
  let signature = '';

  const save = () => remember('tour', JSON.stringify(kept));
  const progress = (): Progress => ({
    seats: stage.seats(),
    since: kept.since ?? newestTs(stage.seats()),
    written: kept.written,
    openThread: stage.view('journalist').place()?.threadTs ?? null,
  });

  const begin = (step: number) => {
    kept.step = step;
    kept.done = false;
    stuck = false;
    const next = tourSteps[step];
    // What was written for one step is what the next one waits for, so only the first forgets it.
    if (step === 0) kept.written = [];
    if (next?.id !== 'read') kept.since = newestTs(stage.seats());
    point(null);
    save();
    if (next !== undefined) stage.take(next.seat);
    update();
    // Where the reply is in view already, it only wants showing.
    if (kept.done) void run(playStep);
  };
  const run = async (play: typeof playStep) => {
    const step = tourSteps[kept.step];
    if (step === undefined || busy) return;
    busy = true;
    stuck = false;
    update();
    try {
      await play(stage, step, progress);
    } finally {
      busy = false;
      stuck = play === playStep && !kept.done && !step.isDone(progress());
      update();
    }
  };
  const setOpen = (open: boolean) => {
    kept.open = open;
    save();
    onToggle();
    update();
    if (!open) point(null);
  };

  function update(): void {
    const step = tourSteps[kept.step];
    if (stage.seats().staff === undefined) return;
    // A world that was started afresh knows nothing of what came before.
    const newest = newestTs(stage.seats());
    kept.since = Math.min(kept.since ?? newest, newest);
    if (step !== undefined && !kept.done && step.isDone(progress())) {
      kept.done = true;
      save();
      announce(`Step ${kept.step + 1} done. ${step.done}`);
    }
    root.hidden = !kept.open;
    const next = JSON.stringify([kept, busy, stuck]);
    if (next === signature) return;
    signature = next;
    refill(root, ...(step === undefined ? drawEnd() : drawStep(kept.step)));
  }

  function drawStep(index: number): HTMLElement[] {
    const step = tourSteps[index];
    if (step === undefined) return [];
    const words = step.words === null ? null : withApp(step.words, stage, step.seat);
    return [
      drawDots(index, kept.done),
      el(
        'div',
        { class: 'tour-words' },
        el(
          'h2',
          {},
          el('span', { class: 'tour-count' }, `Step ${index + 1} of ${tourSteps.length}`),
          el('span', { class: `seat-chip seat-${step.seat}` }, seatNames[step.seat]),
          step.title,
        ),
        kept.done
          ? el('p', { class: 'tour-done' }, icon('check'), step.done)
          : el('p', {}, step.task, words !== null && ' ', words !== null && el('code', {}, words)),
        stuck &&
          el(
            'p',
            { class: 'tour-stuck', role: 'status' },
            'That did not come to its end. Go on by hand, or look under World what passed.',
          ),
      ),
      el(
        'div',
        { class: 'tour-buttons' },
        // While a step is acted out it is watched to its end, though it may count as done before.
        kept.done && !busy
          ? button('Next', 'primary', () => begin(index + 1), 'next')
          : button(
              busy ? 'Watch…' : 'Do it for me',
              'primary',
              () => void run(playStep),
              'play',
              busy,
            ),
        !kept.done && button('Fill it in', '', () => void run(hintStep), 'hint', busy),
        !kept.done && index > 0 && button('Skip', 'quiet', () => begin(index + 1), 'skip', busy),
        leave(),
      ),
    ];
  }
  function drawEnd(): HTMLElement[] {
    return [
      drawDots(tourSteps.length, true),
      el(
        'div',
        { class: 'tour-words' },
        el('h2', {}, 'You have seen all of it'),
        el(
          'p',
          {},
          'Go on by yourself: move the clock and watch a reminder come, switch Slack off for a while, or edit a file in releases/ and ask again.',
        ),
      ),
      el(
        'div',
        { class: 'tour-buttons' },
        button('Start over', '', () => begin(0), 'again'),
        leave(),
      ),
    ];
  }
  const leave = () =>
    el(
      'button',
      {
        type: 'button',
        class: 'tool',
        'aria-label': 'Leave the tour',
        title: 'Leave the tour',
        'data-key': 'leave',
        onclick: () => setOpen(false),
      },
      icon('close'),
    );

  return {
    root,
    update,
    isOpen: () => kept.open,
    toggle: () => setOpen(!kept.open),
    restart: () => begin(0),
    observe: (seat, action) => {
      if (seat === 'journalist' || action.type !== 'submit') return;
      kept.written.push(...textsOf(action.state));
      save();
    },
  };
}

function button(
  text: string,
  kind: string,
  press: () => void,
  key: string,
  disabled = false,
): HTMLElement {
  return el(
    'button',
    { type: 'button', class: `button ${kind}`.trim(), 'data-key': key, disabled, onclick: press },
    text,
  );
}

function drawDots(step: number, done: boolean): HTMLElement {
  const dots = tourSteps.map((_, index) => {
    const state = index < step || (index === step && done) ? 'past' : index === step ? 'here' : '';
    return el('li', { class: state });
  });
  return el('ol', { class: 'tour-dots', 'aria-hidden': 'true' }, ...dots);
}

/** Every text that was entered in a form. */
function textsOf(state: Readonly<Record<string, Readonly<Record<string, unknown>>>>): string[] {
  return Object.values(state)
    .flatMap((block) => Object.values(block))
    .map((value) =>
      typeof value === 'object' && value !== null && 'value' in value ? value.value : null,
    )
    .filter((value) => typeof value === 'string');
}

function read(): Kept {
  const fresh: Kept = { step: 0, since: null, written: [], done: false, open: true };
  try {
    const kept: unknown = JSON.parse(recall('tour') ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...fresh, ...kept } : fresh;
  } catch {
    return fresh;
  }
}
