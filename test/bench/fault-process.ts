import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process of the app is told (fault-app.mjs). */
export type AppSettings = {
  readonly dist: string;
  readonly access: Readonly<Record<string, string>>;
  readonly port: number;
  readonly databaseUrl: string;
  readonly folder: string;
};

/** The app as a process that is started again whenever it ends, as systemd would. */
export type AppProcess = {
  readonly isReady: () => boolean;
  /** Ends it at once, without a word to it. */
  readonly kill: () => void;
  /** Lets it end by itself, and starts it no more. */
  readonly stop: () => Promise<void>;
  readonly kills: () => number;
  /** Ends that nobody asked for, with what it said last. */
  readonly crashes: readonly string[];
};

const AGAIN_MS = 250;

export function startProcess(settings: AppSettings): AppProcess {
  const crashes: string[] = [];
  let kills = 0;
  let isReady = false;
  let isStopping = false;
  let child = start();

  function start(): ChildProcess {
    let said = '';
    let isKilled = false;
    const started = spawn(
      process.execPath,
      [fileURLToPath(new URL('./fault-app.mjs', import.meta.url))],
      {
        env: { ...process.env, FAULT_APP: JSON.stringify(settings) },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    started.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('ready')) isReady = true;
      else said = (said + text).slice(-2_000);
    });
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2_000);
    });
    started.once('exit', (code, signal) => {
      isReady = false;
      isKilled = signal === 'SIGKILL';
      if (isStopping) return;
      if (!isKilled) crashes.push(`${code ?? signal}: ${said}`);
      setTimeout(() => {
        if (!isStopping) child = start();
      }, AGAIN_MS);
    });
    return started;
  }

  return {
    isReady: () => isReady,
    kill: () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      kills += 1;
      isReady = false;
      child.kill('SIGKILL');
    },
    async stop() {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(timer);
    },
    kills: () => kills,
    crashes,
  };
}
