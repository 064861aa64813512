/** One element's value as Slack's `view.state.values` has it. */
export type ElementValue = Readonly<Record<string, unknown>>;
export type FormState = Readonly<Record<string, Readonly<Record<string, ElementValue>>>>;

/** What has been entered on one surface so far; kept when the app redraws it with the same ids. */
export type FormValues = {
  readonly get: (blockId: string, actionId: string) => ElementValue | undefined;
  readonly set: (blockId: string, actionId: string, value: ElementValue) => void;
  /** Forgets what belongs to no element any more. */
  readonly keepOnly: (present: ReadonlySet<string>) => void;
  readonly state: () => FormState;
};

/** How an element is known among all of a surface. */
export const elementKey = (blockId: string, actionId: string): string => `${blockId}\n${actionId}`;

/** An empty form. */
export function createFormValues(): FormValues {
  const values = new Map<string, ElementValue>();
  return {
    get: (blockId, actionId) => values.get(elementKey(blockId, actionId)),
    set: (blockId, actionId, value) => {
      values.set(elementKey(blockId, actionId), value);
    },
    keepOnly: (present) => {
      for (const key of values.keys()) if (!present.has(key)) values.delete(key);
    },
    state: () => {
      const state: Record<string, Record<string, ElementValue>> = {};
      for (const [key, value] of values) {
        const [blockId = '', actionId = ''] = key.split('\n');
        state[blockId] = { ...state[blockId], [actionId]: value };
      }
      return state;
    },
  };
}
