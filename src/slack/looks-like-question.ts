/**
 * Whether somebody in a thread seems to ask for something, rather than to thank or to talk to others. Only decides if
 * the bot speaks up without having been mentioned, so it rather keeps silent.
 */
export const looksLikeQuestion = (text: string): boolean =>
  text.length <= 600 &&
  (/\?\s*$/.test(text) ||
    /^(and|what|which|who|whom|whose|when|where|why|how|is|are|was|were|does|do|did|can|could|will|has|have)\b/i.test(
      text.trim(),
    ));
