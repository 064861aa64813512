import { createHash } from 'node:crypto';

/** Lines that rules and weights are made on, and lines set aside to see whether they hold. */
export type Half = 'made on' | 'set aside';

/** Which half a line belongs to: told by its id alone, so that it never changes. */
export const halfOf = (id: string): Half =>
  (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'made on' : 'set aside';
