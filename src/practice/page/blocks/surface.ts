import type { ConfirmationDialog } from '@slack/types';
import type { Eyes } from '../eyes.ts';
import { confirmWith } from './confirm-dialog.ts';
import type { ElementValue, FormValues } from './form-values.ts';

/** Where blocks are drawn: a message, a modal or a Home tab. */
export type Surface = {
  readonly eyes: Eyes;
  /** Makes the ids of this surface's elements unique on the page. */
  readonly prefix: string;
  readonly values: FormValues;
  /** Messages by `block_id`, under the inputs that were not accepted. */
  readonly errors: Readonly<Record<string, string>>;
  /** Tells the app what was pressed or chosen. */
  readonly act: (blockId: string, actionId: string, value: ElementValue) => void;
};

/** Where one interactive element stands. */
export type Place = {
  readonly surface: Surface;
  readonly blockId: string;
  readonly actionId: string;
  /** Whether choosing tells the app at once (as in `actions` and `section`), or waits for *Submit* (as in `input`). */
  readonly dispatches: boolean;
  readonly labelledBy: string | null;
  readonly describedBy: string | null;
  readonly required: boolean;
};

/** The page-wide id of the element at a place. */
export const idOf = (place: Place, part = ''): string =>
  `${place.surface.prefix}-${place.blockId}-${place.actionId}${part}`.replace(/\s+/g, '_');

/** Attributes that every control bears: its id, its place in the form, what names and describes it. */
export function controlAttributes(place: Place, fallbackLabel: string) {
  return {
    id: idOf(place),
    'data-block-id': place.blockId,
    'data-action-id': place.actionId,
    'aria-labelledby': place.labelledBy ?? undefined,
    'aria-label': place.labelledBy === null ? fallbackLabel : undefined,
    'aria-describedby': place.describedBy ?? undefined,
    'aria-invalid': place.surface.errors[place.blockId] === undefined ? undefined : 'true',
    'aria-required': place.required ? 'true' : undefined,
  };
}

/** What is entered at a place so far, else what the app gave it; noted, since Slack sends untouched values too. */
export function startValue(place: Place, initial: ElementValue): ElementValue {
  const value = place.surface.values.get(place.blockId, place.actionId) ?? initial;
  place.surface.values.set(place.blockId, place.actionId, value);
  return value;
}

/** Notes a new value and tells the app where it wants to know at once, after the person has confirmed it. */
export async function changeValue(
  place: Place,
  value: ElementValue,
  confirm?: ConfirmationDialog,
): Promise<void> {
  place.surface.values.set(place.blockId, place.actionId, value);
  if (!place.dispatches) return;
  if (confirm !== undefined && !(await confirmWith(confirm, place.surface.eyes))) return;
  place.surface.act(place.blockId, place.actionId, value);
}
