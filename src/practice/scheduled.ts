import type { SlackCore } from './slack-core.ts';
import { post } from './web-api-chat.ts';

/** Posts the scheduled messages whose time has come, earliest first. */
export function sendScheduled(core: SlackCore): void {
  const now = core.now().getTime() / 1000;
  const due = core.state.scheduled
    .filter(({ postAt }) => postAt <= now)
    .sort((a, b) => a.postAt - b.postAt);
  core.state.scheduled = core.state.scheduled.filter(({ postAt }) => postAt > now);
  for (const { channel, args } of due) {
    const place = core.state.channels[channel];
    if (place !== undefined) post(core, place, args);
  }
}
