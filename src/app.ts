import { randomInt } from 'node:crypto';
import { type Clock, systemClock } from './clock.ts';
import type { Desk } from './desk/desk.ts';
import type { Line } from './desk/lines.ts';
import { isWorkingTime } from './desk/working-time.ts';
import { openDutyBook } from './duty-book.ts';
import { openEmbargoWatch } from './embargo-watch.ts';
import type { OutboxItem, Settlement } from './enquiries/outbox.ts';
import { openHealth } from './health.ts';
import type { Library, LibraryChange } from './library.ts';
import type { Log } from './log.ts';
import { openLoop } from './loop.ts';
import { maskFor } from './mask-secrets.ts';
import { openMetrics } from './metrics.ts';
import { openReleaseNews } from './release-news.ts';
import { openSchedule } from './schedule.ts';
import { openSettingsBook } from './settings-book.ts';
import { catchUp } from './slack/catch-up.ts';
import { type Access, createSlackApp } from './slack/create-app.ts';
import { newDeliveryMemory, takeDue } from './slack/deliver.ts';
import { type FloodLimits, openFlood } from './slack/flood.ts';
import { registerAsking } from './slack/listeners/asking.ts';
import { registerCorrections } from './slack/listeners/corrections.ts';
import { registerDuty } from './slack/listeners/duty.ts';
import { registerEmbargoes } from './slack/listeners/embargoes.ts';
import { registerEnquiryModals } from './slack/listeners/enquiry-modals.ts';
import { registerFeedback } from './slack/listeners/feedback.ts';
import { registerHome } from './slack/listeners/home.ts';
import { registerJoining } from './slack/listeners/joining.ts';
import { registerMoves } from './slack/listeners/moves.ts';
import { registerQuestions } from './slack/listeners/questions.ts';
import { registerReleaseButtons } from './slack/listeners/release-buttons.ts';
import { registerReleaseCommand } from './slack/listeners/release-command.ts';
import { registerReplying } from './slack/listeners/replying.ts';
import { registerSurges } from './slack/listeners/surges.ts';
import { registerUnfurling } from './slack/listeners/unfurling.ts';
import { openPeople } from './slack/people.ts';
import { tellDeskAtOnce } from './slack/tell-desk-at-once.ts';
import { openTelling } from './slack/telling.ts';
import { takeKept } from './slack/work-inbox.ts';
import type { Store } from './store/open-store.ts';
import { openSurgeWatch } from './surge-watch.ts';
import { openSuppliesWatch } from './watch-supplies.ts';

export type AppOptions = {
  readonly access: Access;
  /** 0: any free one. */
  readonly port: number;
  readonly library: () => Omit<Library, 'close'>;
  readonly desk: () => Desk;
  /** The lines to take, read anew at each call; none where it is left out. */
  readonly lines?: () => Promise<readonly Line[]>;
  readonly store: Store;
  readonly now: Clock;
  readonly newId: () => string;
  readonly log: Log;
  /** From 0 up to and without 1; the order in which many are told is drawn by it. Unguessable unless told. */
  readonly random?: () => number;
  /** How many questions are answered in a minute. */
  readonly limits?: FloodLimits;
  /** Slack takes about one message a second a channel. */
  readonly paceMs?: number;
};

/** The app at work. */
export type RunningApp = {
  /** Where it listens; `undefined` in Socket Mode. */
  readonly port: number | undefined;
  /** Resolves when everything that is due by the clock is done: for tests and for a clock that was moved. */
  settle(): Promise<void>;
  /** Tells people what became of releases that they were quoted or follow. */
  releasesChanged(changes: readonly LibraryChange[]): Promise<void>;
  /** Takes nothing more, ends what it began, and lets go of Slack. The store stays open. */
  stop(): Promise<void>;
};

/** 32 unguessable bits as a fraction. */
const cryptoRandom = (): number => randomInt(2 ** 32) / 2 ** 32;

/** How soon work is found that nothing woke the loop for: left by another process, or due by the clock. */
const IDLE_MS = 500;

/** Wires the app and starts it: listeners, then the loops, then Slack. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { access, port, library, store, now, newId, log, paceMs = 1_000, limits } = options;
  const { lines = async () => [], random = cryptoRandom } = options;
  const metrics = openMetrics({ store, library, now });
  const health = openHealth({ store, now });

  const slack = await createSlackApp({
    access,
    port,
    routes: metrics.routes,
    realNow: systemClock,
    log,
    keep: async (incoming) => {
      await store.receive(incoming, now());
      inbox.wake();
    },
  });
  const { app, client, home } = slack;
  const settings = openSettingsBook({ store, now });
  const people = openPeople({
    client,
    home,
    staff: () => options.desk().staff,
    zoneOf: (userId) => settings.of(userId).zone,
    now,
    log,
  });
  const nameOf = async (slackId: string) => (await people.person(slackId)).name;
  const duty = openDutyBook({
    store,
    desk: options.desk,
    now,
    slackIdOf: people.idByEmail,
    nameOf,
  });
  const { desk } = duty;
  const supplies = openSuppliesWatch({
    store,
    now,
    folderGone: () => library().gone(),
    tellDesk: tellDeskAtOnce({ client, desk }),
  });
  const index = () => library().index;
  const embargoed = () => library().embargoed();
  const withdrawn = () => library().withdrawn();
  const wake = () => outbox.wake();
  const { botUserId } = home;
  const deps = {
    index,
    desk,
    lines,
    people,
    store,
    withdrawn,
    now,
    newId,
    log,
    wake,
    refreshDuty: duty.refresh,
    settingsOf: settings.of,
    saveSettings: settings.save,
    botUserId,
    flood: openFlood(now, limits),
    trouble: async () => supplies.trouble() ?? health.trouble(),
  };

  registerReleaseCommand(app, { ...deps, embargoed });
  registerReleaseButtons(app, deps);
  registerQuestions(app, deps);
  registerFeedback(app, deps);
  // Many may ask at once: that is noticed with the last of them, not at the next look.
  const asked = () => {
    wake();
    void schedule.run().then(wake);
  };
  registerAsking(app, { ...deps, wake: asked });
  registerMoves(app, deps);
  registerEnquiryModals(app, deps);
  registerReplying(app, deps);
  registerCorrections(app, deps);
  registerSurges(app, { ...deps, random });
  registerEmbargoes(app, { ...deps, embargoed });
  registerDuty(app, deps);
  registerHome(app, deps);
  registerJoining(app, deps);
  registerUnfurling(app, deps);

  const telling = openTelling({
    embargoed,
    index,
    lines,
    reading: library().reading,
    desk,
    people,
    store,
    now,
    newId,
    onAnswered: metrics.answered,
  });
  const memory = newDeliveryMemory();
  const mask = maskFor([
    access.botToken,
    access.transport === 'http' ? access.signingSecret : access.appToken,
  ]);
  const onSettled = (item: OutboxItem, settlement: Settlement) => {
    metrics.settled(item, settlement);
    if (settlement.kind === 'sent') health.attempted('told');
    if (settlement.kind === 'try-later') health.attempted('failed');
  };
  const outbox = openLoop({
    name: 'outbox',
    idleMs: IDLE_MS,
    log,
    take: (most) =>
      takeDue(
        { client, store, ...telling, now, newId, log, paceMs, memory, mask, onSettled },
        most,
      ),
  });
  const inbox = openLoop({
    name: 'inbox',
    idleMs: IDLE_MS,
    log,
    take: async (most) => {
      const jobs = await takeKept({ app, inbox: store, now, log, mask }, most);
      return jobs.map((job) => () => job().finally(wake));
    },
  });
  const news = openReleaseNews({
    store,
    library,
    desk,
    now,
    alertsLater: (userId) => settings.of(userId).alerts === 'morning',
    log,
    wake,
  });
  const schedule = openSchedule({
    refreshDuty: async () => {
      await duty.refresh();
      await settings.refresh();
    },
    look: news.look,
    lookAtSupplies: supplies.look,
    lookAtHealth: health.look,
    lookAtEmbargoes: openEmbargoWatch({ store, embargoed, desk, people, now }),
    lookAtSurges: openSurgeWatch({
      store,
      library,
      desk,
      lines,
      now,
      newId,
      slackIdOf: people.idByEmail,
    }),
    slackIdOf: people.idByEmail,
    hasLeft: people.hasLeft,
    nameOf,
    lines,
    store,
    desk,
    now,
    newId,
    log,
    wake,
    mayDisturb: (userId, at, deadline) =>
      isWorkingTime(desk(), at) ||
      !isWorkingTime(desk(), deadline) ||
      (userId !== null && settings.of(userId).reminders === 'any-time'),
  });

  const started = library().whole.then(news.started);
  started.catch((error: unknown) => log.error('releases.not-noted', { error }));

  await settings.refresh().catch((error: unknown) => log.error('settings.not-read', { error }));
  await duty.refresh().catch((error: unknown) => log.error('duty.not-read', { error }));
  const listening = await slack.start();
  metrics.ready(slack.isConnected);
  const caughtUp = catchUp({ client, store, botUserId, holder: newId(), now, log }).then(
    () => inbox.wake(),
    (error: unknown) => log.error('messages.not-caught-up', { error }),
  );
  inbox.wake();
  outbox.wake();
  log.info('app.started', { transport: access.transport, port: listening });

  return {
    port: listening,
    async releasesChanged(changes) {
      await started;
      await news.changed(changes);
      await schedule.run();
      outbox.wake();
    },
    async settle() {
      await started;
      await caughtUp;
      await schedule.run();
      await inbox.drain();
      await outbox.drain();
    },
    async stop() {
      await slack.stop();
      await news.stop();
      await schedule.stop();
      await inbox.stop();
      await outbox.stop();
      log.info('app.stopped');
    },
  };
}
