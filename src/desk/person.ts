/** Whether a text is the id of a person in Slack, such as `U012AB3CD`; `W…` on an Enterprise grid. */
export const isSlackUserId = (text: string): boolean => /^[UW][A-Z0-9]{6,}$/.test(text);
