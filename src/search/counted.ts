/** Counts a thing in. Things come and go, and what is gone for good leaves no trace. */
export const countIn = <Thing>(counts: Map<Thing, number>, thing: Thing): void => {
  counts.set(thing, (counts.get(thing) ?? 0) + 1);
};

/** Counts a thing out again. */
export const countOut = <Thing>(counts: Map<Thing, number>, thing: Thing): void => {
  const left = (counts.get(thing) ?? 0) - 1;
  if (left > 0) counts.set(thing, left);
  else counts.delete(thing);
};
