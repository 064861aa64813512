/** The present instant. Everything that needs time takes one, so that tests can move it. */
export type Clock = () => Date;

/** The machine's own clock. */
export const systemClock: Clock = () => new Date();
