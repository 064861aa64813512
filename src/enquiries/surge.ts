import { z } from 'zod';

const Signed = { by: z.string(), at: z.coerce.date() };

/** What one person is about to send to many: previewed, and not sent. */
const SurgeDraft = z
  .object({
    id: z.string(),
    ...Signed,
    /** Id of the line to take, and its words as they were shown. */
    line: z.string(),
    text: z.string(),
    /** Ids of the enquiries it was shown to go to. */
    recipients: z.array(z.string()).readonly(),
    /** For so many hours after *Send* it goes to those who ask later too; 0: not by itself. */
    alsoHours: z.number().min(0).max(72),
  })
  .readonly();
export type SurgeDraft = z.infer<typeof SurgeDraft>;

/** A line to take on its way to many, after *Send*. */
const Statement = z
  .object({
    id: z.string(),
    ...Signed,
    line: z.string(),
    text: z.string(),
    /** Ids of enquiries in the order in which they are sent to: shuffled, so that no outlet is always first. */
    recipients: z.array(z.string()).readonly(),
    /** Until then it can be undone, and nothing of it is posted. */
    sendAt: z.coerce.date(),
    /** Whoever asks before this instant gets it too. */
    alsoUntil: z.coerce.date().optional(),
    /** `stopped`: the line was changed, withdrawn or expired, so nobody else gets it. */
    state: z.enum(['waiting', 'sending', 'undone', 'stopped']),
  })
  .readonly();
export type Statement = z.infer<typeof Statement>;

/** Something that two people must both have acknowledged. */
const SurgeTask = z
  .object({
    id: z.string(),
    ...Signed,
    text: z.string(),
    acknowledged: z.array(z.object(Signed).readonly()).readonly(),
  })
  .readonly();
export type SurgeTask = z.infer<typeof SurgeTask>;

/** Who is told while nobody acknowledges: the officer on duty, then everybody, then whom to ring. */
export const SurgeStep = z.enum(['duty', 'again', 'ring']);
export type SurgeStep = z.infer<typeof SurgeStep>;

/**
 * Many enquiries on one subject within minutes. It only stands beside them: each enquiry stays what it is, and nobody
 * outside learns that there are others.
 */
export const Surge = z
  .object({
    id: z.string(),
    /** Grows by one with each change; a save of a version that somebody overtook is refused. */
    version: z.int().positive(),
    /** `over`: summed up. `dismissed`: a person said that it is not one subject. */
    state: z.enum(['live', 'over', 'dismissed']),
    /** What it is about, in words of those who asked. */
    subject: z.array(z.string()).readonly(),
    /** Ids of its enquiries, in the order in which they were asked. */
    members: z.array(z.string()).readonly(),
    /** When the first was asked, when there were enough of them, and when the latest was asked. */
    beganAt: z.coerce.date(),
    formedAt: z.coerce.date(),
    lastAt: z.coerce.date(),
    acknowledged: z.array(z.object(Signed).readonly()).readonly(),
    told: z.array(SurgeStep).readonly(),
    drafts: z.array(SurgeDraft).readonly(),
    statements: z.array(Statement).readonly(),
    tasks: z.array(SurgeTask).readonly(),
    /** Stands for what the desk's line says, so that it is told anew only when that changes. */
    shown: z.string(),
  })
  .readonly();
export type Surge = z.infer<typeof Surge>;

/** The statement that is on its way or has gone out, if any: the latest that was not undone. */
export const latestStatement = ({ statements }: Surge): Statement | undefined =>
  statements.findLast(({ state }) => state !== 'undone');

/** The statement that can still be undone. */
export const waitingStatement = ({ statements }: Surge): Statement | undefined =>
  statements.find(({ state }) => state === 'waiting');
