/** Somebody who is or was on duty. */
export type ShiftPerson = {
  /** As desk.yml names them: e-mail address or Slack id. */
  readonly person: string;
  /** `null` for somebody whom Slack does not know. */
  readonly slackId: string | null;
  readonly name: string;
};

/** A time of duty that began. */
export type Shift = {
  /** Counts from 1 without gaps. */
  readonly seq: number;
  readonly officer: ShiftPerson;
  /** Who had it before; absent for the first that was seen. */
  readonly before?: ShiftPerson;
  readonly at: Date;
  /** When somebody took the list of what is open; absent until then. */
  readonly acceptedAt?: Date;
};

/** Times of duty, for handing over what is open. Each method is one transaction. */
export type Shifts = {
  latestShift(): Promise<Shift | undefined>;
  findShift(seq: number): Promise<Shift | undefined>;
  /** @returns `overtaken` where a shift of that number is there already; nothing was changed then */
  beginShift(shift: Shift): Promise<'begun' | 'overtaken'>;
  /** @returns whether it was this call that accepted it; `unknown` where there is no such shift */
  acceptShift(seq: number, at: Date): Promise<'accepted' | 'accepted-before' | 'unknown'>;
};
