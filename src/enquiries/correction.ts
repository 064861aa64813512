import { z } from 'zod';
import type { Queued } from './notice.ts';

/**
 * What a change of released words means to those who were quoted them: `material`, they are told; `minor`, later
 * answers say that it was corrected; `format`, nothing is said at all.
 */
export const CorrectionClass = z.enum(['material', 'minor', 'format']);
export type CorrectionClass = z.infer<typeof CorrectionClass>;

/** Words that somebody was given and what stands in their place; `null` where nothing does. */
export const WordChange = z.object({ before: z.string(), after: z.string().nullable() }).readonly();
export type WordChange = z.infer<typeof WordChange>;

const Happened = z
  .object({
    at: z.coerce.date(),
    /** Slack id, or `desk` for the bot itself. */
    who: z.string(),
    what: z.enum(['found', 'changed again', 'changed back', 'classed', 'signed off', 'reminded']),
    about: z.string().optional(),
  })
  .readonly();

/** A change of released sentences that were quoted to people, from when it was found until they are told. */
export const Correction = z
  .object({
    /** Made of the release and a number, so that two processes that find the same change make one of it. */
    id: z.string(),
    releaseId: z.string(),
    file: z.string(),
    title: z.string(),
    /** Grows by one with each change; a save of a version that somebody overtook is refused. */
    version: z.int().positive(),
    /** Version of the release that the words are gone from; `withdrawn` where nothing of it may be shown. */
    toVersion: z.string(),
    changes: z.array(WordChange).readonly(),
    /** How many people were given the words, and in how many conversations. */
    people: z.int(),
    channels: z.int(),
    foundAt: z.coerce.date(),
    /**
     * `asked`: the desk is to say what it is; `classed`: material, and waits for its sign-off; `signed`: people are
     * told; `quiet`: nobody needs to be; `reverted`: the words came back before anybody was told.
     */
    status: z.enum(['asked', 'classed', 'signed', 'quiet', 'reverted']),
    class: CorrectionClass.optional(),
    classedBy: z.string().optional(),
    classedAt: z.coerce.date().optional(),
    signedBy: z.string().optional(),
    signedAt: z.coerce.date().optional(),
    /** Reminders that went out while it waited. */
    reminders: z.int(),
    /** When the list of those who have not seen their note was shown. */
    listedAt: z.coerce.date().optional(),
    timeline: z.array(Happened).readonly(),
  })
  .readonly();
export type Correction = z.infer<typeof Correction>;

/** How it is known that somebody has seen a note. Slack has no read receipts. */
export const Seen = z
  .object({
    at: z.coerce.date(),
    /** The button on the note, a word in its thread, or a colleague who reached the person. */
    how: z.enum(['pressed', 'wrote', 'reached']),
    by: z.string(),
  })
  .readonly();
export type Seen = z.infer<typeof Seen>;

/** What one person, in one thread, was told of a correction, or why they were not. */
export const CorrectionNote = z
  .object({
    correctionId: z.string(),
    /** Key of the latest answer that gave the words. */
    key: z.string(),
    releaseId: z.string(),
    /** All answers in the thread that gave them. */
    answerKeys: z.array(z.string()).readonly(),
    channel: z.string(),
    threadTs: z.string(),
    userId: z.string(),
    changes: z.array(WordChange).readonly(),
    /** False where the change was minor or of form: settled, and nobody was told. */
    isTold: z.boolean(),
    at: z.coerce.date(),
    /** When Slack had the note. */
    toldAt: z.coerce.date().optional(),
    /** Why Slack will never have it. */
    failed: z.string().optional(),
    seen: Seen.optional(),
  })
  .readonly();
export type CorrectionNote = z.infer<typeof CorrectionNote>;

/** It waits for the desk. */
export const isPending = ({ status }: Pick<Correction, 'status'>): boolean =>
  status === 'asked' || status === 'classed';

/** Corrections and who was told of them. Each method is one transaction. */
export type Corrections = {
  findCorrection(id: string): Promise<Correction | undefined>;
  /** All of a release, oldest first. */
  correctionsOf(releaseId: string): Promise<Correction[]>;
  /** Those that wait for the desk, and those that were signed off since `since`; oldest first. */
  recentCorrections(since: Date): Promise<Correction[]>;
  /**
   * Saves a correction with its notes and notices, or none of it.
   *
   * @returns `stale` if somebody saved this version first
   */
  saveCorrection(saving: {
    readonly correction: Correction;
    readonly notes?: readonly CorrectionNote[];
    readonly notices: readonly Queued[];
    readonly at: Date;
  }): Promise<'saved' | 'stale'>;
  notesOf(correctionId: string): Promise<CorrectionNote[]>;
  /** Notes on all corrections of a release, oldest first. */
  notesOnRelease(releaseId: string): Promise<CorrectionNote[]>;
  /** Puts down that Slack has a note, or never will. */
  noteTold(
    note: Pick<CorrectionNote, 'correctionId' | 'key'>,
    outcome: { readonly toldAt: Date } | { readonly failed: string },
  ): Promise<void>;
  /** @returns whether it was this call that put it down */
  noteSeen(note: Pick<CorrectionNote, 'correctionId' | 'key'>, seen: Seen): Promise<boolean>;
  /** Notes to this person in this thread that nobody knows to be seen. */
  unseenIn(thread: {
    readonly channel: string;
    readonly threadTs: string;
    readonly userId: string;
  }): Promise<CorrectionNote[]>;
};

/** The card of a correction shows its present state. */
export const cardOf = ({ id }: Pick<Correction, 'id'>): Queued => ({
  notice: { kind: 'correction-card', correctionId: id },
});
