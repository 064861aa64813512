import type { SlackCore } from './slack-core.ts';
import { newId } from './slack-state.ts';

/** A `response_url` is good five times within half an hour. */
const responseUrlMs = 30 * 60_000;

export function newTrigger(core: SlackCore, user: string, viewId?: string): string {
  const now = core.now().getTime();
  for (const [id, { until }] of Object.entries(core.state.triggers)) {
    if (until + 60_000 < now) delete core.state.triggers[id];
  }
  const id = `${now}.${newId('')}`;
  core.state.triggers[id] = {
    user,
    until: now + core.options.triggerMs,
    used: false,
    ...(viewId !== undefined && { viewId }),
  };
  return id;
}

export function newResponseUrl(
  core: SlackCore,
  of: { channel: string; user: string; messageTs?: string; threadTs?: string },
): string {
  const now = core.now().getTime();
  for (const [id, { until }] of Object.entries(core.state.responseUrls)) {
    if (until < now - responseUrlMs) delete core.state.responseUrls[id];
  }
  const id = newId('R');
  core.state.responseUrls[id] = { id, ...of, until: now + responseUrlMs, used: 0 };
  return `${core.origin}/response/${id}`;
}
