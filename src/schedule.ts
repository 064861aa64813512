import { schedule as cron } from 'node-cron';
import { onDuty } from './desk/duty.ts';
import { fittingLines, type Line, lineStanding } from './desk/lines.ts';
import { followRoutine, type RoutineDeps } from './desk-routine.ts';
import { remindOfDeadlines } from './enquiries/remind-of-deadlines.ts';
import { remindOfPromises } from './enquiries/remind-of-promises.ts';

type Options = RoutineDeps & {
  readonly wake: () => void;
  readonly lines: () => Promise<readonly Line[]>;
  /** Reads again what people settled about the rota, whichever process took it. */
  readonly refreshDuty: () => Promise<void>;
  /** Looks for releases to announce; how many alerts were queued. */
  readonly look: () => Promise<number>;
  /** Looks at what this process alone can see: its folder, and whether its store takes anything. */
  readonly lookAtSupplies: () => Promise<void>;
  /** Looks whether the bot keeps up, and tells the desk when it does again. */
  readonly lookAtHealth: () => Promise<void>;
  /** Looks for releases under embargo that the desk was not told of; how many. */
  readonly lookAtEmbargoes: () => Promise<number>;
  /** Looks whether many ask about one thing; how much there was to tell. */
  readonly lookAtSurges: () => Promise<number>;
  /** Whether somebody (`null`: the desk channel) may be disturbed at an instant, about something due at another. */
  readonly mayDisturb: (userId: string | null, at: Date, deadline: Date) => boolean;
};

export type Schedule = {
  /** Does what is due now. Any process may call it at any time: nothing is done twice. */
  run(): Promise<void>;
  stop(): Promise<void>;
};

/** What is due stands in the store; cron only says when to look. */
const LOOK = '*/5 * * * * *';
/** Events and notices that are done with are forgotten after this; Slack may repeat an event for a day. */
const KEPT_MS = 2 * 24 * 60 * 60_000;
/** A process that was killed while it looked is stood in for after this. */
const LEASE_MS = 15_000;

/** Looks every five seconds for reminders and for what the calendar brings. One process at a time looks. */
export function openSchedule(options: Options): Schedule {
  const { store, now, newId, log } = options;
  const holder = newId();
  let running: Promise<void> = Promise.resolve();
  let purgedOn = '';

  const run = () => {
    running = running.then(async () => {
      // By itself: what follows needs a store that can be written.
      await options.lookAtSupplies().catch((error) => log.error('supplies.failed', { error }));
      try {
        await options.refreshDuty();
        const mine = await store.takeLease({
          name: 'schedule',
          holder,
          now: now(),
          forMs: LEASE_MS,
        });
        if (!mine) return;
        await lookOnce(options);
        const day = now().toISOString().slice(0, 10);
        if (day === purgedOn) return;
        purgedOn = day;
        const purged = await store.purge(new Date(now().getTime() - KEPT_MS));
        log.info('store.purged', { purged });
      } catch (error) {
        log.error('schedule.failed', { error });
      }
    });
    return running;
  };
  const task = cron(LOOK, run);
  return {
    run,
    async stop() {
      await task.stop();
      await running;
      await store.releaseLease('schedule', holder).catch(() => undefined);
    },
  };
}

async function lookOnce(options: Options): Promise<void> {
  const { store, desk, now, newId, wake, look, lookAtHealth, lookAtSurges, lines, mayDisturb } =
    options;
  const holding = (await lines()).filter((line) => line.holding);
  const reminded = await remindOfDeadlines({
    store,
    now,
    newId,
    dutyOfficer: (at) => onDuty(desk(), at)?.slackId ?? undefined,
    mayDisturb,
    holdingLine: (enquiry, at) =>
      fittingLines(holding, enquiry).find((line) => lineStanding(line, at) === 'ready'),
  });
  const promised = await remindOfPromises({
    store,
    now,
    newId,
    dutyOfficer: (at) => onDuty(desk(), at)?.slackId ?? undefined,
  });
  await followRoutine(options);
  const alerts = await look();
  const surges = (await lookAtSurges()) + (await options.lookAtEmbargoes());
  await lookAtHealth();
  if (reminded.length + promised + alerts + surges > 0) wake();
}
