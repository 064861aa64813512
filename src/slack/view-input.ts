import type { ViewOutput } from '@slack/bolt';
import { plain } from './block-kit.ts';
import { INPUT } from './ids.ts';

/** What was filled in in a block of ours: typed text, or the value of what was chosen; empty where nothing was. */
export function inputOf(view: Pick<ViewOutput, 'state'>, blockId: string): string {
  const input = view.state.values[blockId]?.[INPUT.value];
  const value =
    input?.value ??
    input?.selected_option?.value ??
    input?.selected_options?.[0]?.value ??
    input?.selected_user ??
    input?.selected_date ??
    '';
  return plain(value).trim();
}

/** The values of everything that was chosen in a menu of ours that takes several. */
export const chosenIn = (view: Pick<ViewOutput, 'state'>, blockId: string): string[] =>
  (view.state.values[blockId]?.[INPUT.value]?.selected_options ?? []).map(({ value }) => value);
