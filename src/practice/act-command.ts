import { type ActCore, errorOf, notTaken, placeOf, refused, type Shown } from './act.ts';
import { invite } from './act-messages.ts';
import { messageRejection } from './check-payload.ts';
import { commandPayload } from './interaction-payload.ts';
import { addEphemeral, addMessage, tellOfMessage } from './messages.ts';
import { isExternal } from './people.ts';
import { storedText } from './typed-text.ts';
import { draftOf } from './web-api-chat.ts';

type Node = Readonly<Record<string, unknown>>;

/** Slack's own command, which adds a person or an app to the channel. */
export const INVITE = '/invite';

function inviteNamed(
  core: ActCore,
  personId: string,
  text: string,
  channel: string,
): Promise<Shown> | Shown {
  const [, user] = /<@(\w+)/.exec(storedText(core, text)) ?? [];
  return user === undefined
    ? refused(`Name somebody to add, such as “${INVITE} @${botName(core)}”.`)
    : invite(core, personId, { channel, user });
}

const botName = ({ state, world }: ActCore): string =>
  state.people[world.app.userId]?.name ?? 'the app';

/** Somebody runs a slash command. Outsiders have none: Slack knows only those of their own workspace. */
export async function command(
  core: ActCore,
  personId: string,
  {
    command: name,
    text,
    channel: channelId,
    threadTs,
  }: { command: string; text: string; channel: string; threadTs?: string },
): Promise<Shown> {
  const place = placeOf(core, personId, channelId);
  if ('kind' in place) return place;
  const { person, channel } = place;
  if (name === INVITE && !isExternal(core, person))
    return inviteNamed(core, personId, text, channelId);
  const feature = core.world.app.commands.find((each) => each.command === name);
  if (feature === undefined || isExternal(core, person)) {
    return refused(
      `${name} is not a valid command. Messages that start with “/” are read as commands.`,
    );
  }
  if (threadTs !== undefined) return refused(`${name} is not supported in threads. Sorry!`);
  const typed = feature.shouldEscape ? storedText(core, text) : text;
  const payload = commandPayload(core, { person, channel, command: name, text: typed });
  const reply = await core.interact({ type: 'slash_commands', name, payload });
  if (reply.kind !== 'answered')
    return refused(`${name} failed with the error “${errorOf(reply)}”`);
  const args: Node =
    typeof reply.body === 'string' ? { text: reply.body } : ((reply.body ?? {}) as Node);
  const visible = args.response_type === 'in_channel';
  if (visible) {
    addMessage(core, channel, {
      user: personId,
      team: person.workspaceId,
      text: `${name} ${text}`.trim(),
    });
  }
  if (args.text === undefined && args.blocks === undefined && args.attachments === undefined)
    return { kind: 'done' };
  const rejection = messageRejection(args, 40_000);
  if (rejection !== undefined)
    return notTaken(core, `answer to ${name}`, rejection.problems, args, name);
  const draft = draftOf(core, args);
  const message = visible
    ? addMessage(core, channel, draft)
    : addEphemeral(core, channel, personId, draft);
  if (visible) void tellOfMessage(core, channel, message);
  return { kind: 'done', message };
}
