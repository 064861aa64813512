import type { ActionOutcome, Message, SeatAction, SeatState } from '../../seat-api.ts';
import { confirmWith } from '../blocks/confirm-dialog.ts';
import { asTyped } from '../text/typed.ts';
import { askForWords } from './edit-message.ts';

export type Act = (action: SeatAction) => Promise<ActionOutcome>;

export type Deeds = {
  /** Sends what was typed: a message, or a command where it begins with `/`. */
  readonly say: (typed: string, channel: string, threadTs: string | null, state: SeatState) => void;
  readonly edit: (message: Message, channel: string, state: SeatState) => Promise<void>;
  readonly remove: (message: Message, channel: string) => Promise<void>;
};

/** What a seat does with words; refusals are said by `notice`. */
export function createDeeds(act: Act, notice: (text: string) => void): Deeds {
  const named = (state: SeatState) =>
    [[...state.people, state.me], state.conversations.filter(({ kind }) => kind !== 'im')] as const;

  return {
    say: (typed, channel, threadTs, state) => {
      if (typed.startsWith('/') && /^\/[a-z]/i.test(typed)) {
        const [command = '', ...rest] = typed.split(/\s+/);
        const known = state.commands.some((each) => each.command === command.toLowerCase());
        if (threadTs !== null)
          notice('Slack runs no slash commands in threads. Try it in the channel itself.');
        else if (known)
          void act({
            type: 'command',
            channel,
            command: command.toLowerCase(),
            text: rest.join(' '),
          });
        else notice(unknownCommand(command, state));
        return;
      }
      void act({
        type: 'message',
        channel,
        ...(threadTs === null ? {} : { threadTs }),
        text: typed,
      });
    },
    edit: async (message, channel, state) => {
      const words = await askForWords(asTyped(message.text, ...named(state)));
      if (words === null) return;
      await act({ type: 'edit', channel, ts: message.ts, text: words });
    },
    remove: async (message, channel) => {
      const sure = await confirmWith(
        {
          title: { type: 'plain_text', text: 'Delete message' },
          text: {
            type: 'plain_text',
            text: 'It will be gone for everyone. This cannot be undone.',
          },
          confirm: { type: 'plain_text', text: 'Delete' },
          deny: { type: 'plain_text', text: 'Cancel' },
          style: 'danger',
        },
        null,
      );
      if (sure) await act({ type: 'delete', channel, ts: message.ts });
    },
  };
}

function unknownCommand(command: string, state: SeatState): string {
  const app = state.people.find(({ isBot }) => isBot)?.name ?? 'the app';
  return state.commands.length === 0
    ? `${command} does not work here: Slack gives people of other workspaces no slash commands. Mention @${app} instead.`
    : `${command} is not a command here. Type / to see those there are.`;
}
