import type { Outbox } from './outbox.ts';

type Deps = {
  readonly store: Pick<Outbox, 'queue'>;
  readonly now: () => Date;
};

type Asked = {
  readonly enquiryId: string;
  /** Id of the line to take, and what it is called. */
  readonly line: string;
  readonly title: string;
  /** Who may sign it, as the line names them. */
  readonly owner: string;
  /** Slack id of them; `null` for somebody whom Slack does not know, and then the desk is told. */
  readonly signer: string | null;
  /** Slack id of whoever wants to send it. */
  readonly by: string;
};

/** Somebody wanted to send a line that is not signed off: whoever keeps it is told, once an enquiry. */
export const askForSignature = ({ store, now }: Deps, asked: Asked): Promise<void> =>
  store.queue([{ notice: { kind: 'signature', ...asked } }], now());
