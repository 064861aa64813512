import type { Generated, Kysely } from 'kysely';
import type { Room } from './room.ts';

/**
 * The tables, alike on both databases. Instants are ISO 8601 in UTC with milliseconds, so that their text sorts by
 * time; words from people stand only inside JSON, where any character is safe.
 */
export type Tables = {
  migrations: { id: number; name: string; at: string };
  enquiries: {
    id: string;
    reference: string;
    key: string;
    version: number;
    status: string;
    outlet: string;
    owner: string | null;
    asker: string;
    channel: string;
    thread_ts: string;
    card_channel: string | null;
    card_ts: string | null;
    deadline_at: string | null;
    next_step_at: string | null;
    created_at: string;
    closed_at: string | null;
    erased_at: string | null;
    document: string;
  };
  events: {
    enquiry_id: string;
    seq: number;
    what: string;
    at: string;
    details: string | null;
    digest: string;
    enquiry_digest: string;
    previous: string;
    hash: string;
  };
  numbers: { year: number; last: number };
  outbox: {
    id: Generated<number>;
    key: string;
    lane: string;
    payload: string;
    /** `waiting`, `sent`, `dropped` or `refused`. */
    state: string;
    due_at: string;
    retry_at: string | null;
    lease_until: string | null;
    attempts: number;
    revision: number;
    queued_at: string;
    settled_at: string | null;
    last_error: string | null;
    channel: string | null;
    ts: string | null;
  };
  /** When a place may be told something again; `lane` is the place, without what it is about there. */
  lanes: { lane: string; ready_at: string };
  inbox: {
    id: Generated<number>;
    event_id: string;
    message_key: string | null;
    lane: string;
    sort_key: string;
    payload: string;
    /** `waiting`, `done` or `set-aside`. */
    state: string;
    retry_at: string | null;
    lease_until: string | null;
    attempts: number;
    received_at: string;
    settled_at: string | null;
    last_error: string | null;
  };
  answers: {
    key: string;
    channel: string;
    thread_ts: string;
    user_id: string;
    at: string;
    document: string;
  };
  answer_quotes: { answer_key: string; release_id: string };
  feedback: { key: string; at: string; document: string };
  leases: { name: string; holder: string; until: string };
  release_versions: {
    release_id: string;
    version: string;
    file: string;
    seen_at: string;
    document: string;
  };
  follows: {
    id: string;
    channel: string;
    query: string;
    user_id: string;
    created_at: string;
  };
  /** Releases that followers were told of, or that stood there before anybody followed. */
  announced: { release_id: string; at: string };
  shifts: {
    seq: number;
    person: string;
    slack_id: string | null;
    name: string;
    before_person: string | null;
    before_slack_id: string | null;
    before_name: string | null;
    at: string;
    accepted_at: string | null;
  };
  corrections: {
    id: string;
    release_id: string;
    version: number;
    status: string;
    found_at: string;
    document: string;
  };
  correction_notes: {
    correction_id: string;
    note_key: string;
    release_id: string;
    channel: string;
    thread_ts: string;
    user_id: string;
    at: string;
    told_at: string | null;
    seen_at: string | null;
    document: string;
  };
  /** Swaps and leave that people agreed in Slack; they stand above desk.yml. */
  duty_changes: {
    id: string;
    version: number;
    status: string;
    last_day: string;
    document: string;
  };
  /** Releases that reporters may read before they are public, and what they promised. */
  advances: { id: string; version: number; document: string };
  /** Many enquiries on one subject at once. */
  surges: {
    id: string;
    version: number;
    state: string;
    last_at: string;
    document: string;
  };
  /** What somebody set for themselves. */
  settings: { user_id: string; at: string; document: string };
};

export type Dialect = 'embedded' | 'postgres';

/** A database with its tables, and which of the two kinds it is, for the few places where they differ. */
export type Database = {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  /** Of the file, where the database is one of ours. */
  readonly room?: Room;
};
