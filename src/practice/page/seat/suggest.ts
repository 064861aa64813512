import type { Person, SlashCommand } from '../../seat-api.ts';

export type Suggestion = {
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
};

export type Suggestions = {
  /** What is being replaced: from here to the caret. */
  readonly from: number;
  readonly items: readonly Suggestion[];
  /** How to go on, for a command that is already chosen. */
  readonly hint: string | null;
};

const none: Suggestions = { from: 0, items: [], hint: null };

/** What to offer at the caret: commands after `/` at the beginning, people after `@`. */
export function suggest(
  text: string,
  caret: number,
  commands: readonly SlashCommand[],
  people: readonly Person[],
): Suggestions {
  const before = text.slice(0, caret);
  if (before.startsWith('/')) return suggestCommands(before, commands);
  return suggestPeople(before, people);
}

function suggestCommands(before: string, commands: readonly SlashCommand[]): Suggestions {
  const [name = ''] = before.split(/\s/);
  const chosen = commands.find(({ command }) => command === name.toLowerCase());
  if (chosen !== undefined) {
    return { ...none, hint: `${chosen.command} ${chosen.usageHint}`.trim() };
  }
  if (name.length < before.length) return none;
  const items = commands
    .filter(({ command }) => command.startsWith(name.toLowerCase()))
    .map(({ command, description, usageHint }) => ({
      label: `${command} ${usageHint}`.trim(),
      detail: description,
      insert: `${command} `,
    }));
  return { from: 0, items, hint: null };
}

function suggestPeople(before: string, people: readonly Person[]): Suggestions {
  const match = /(?:^|[\s(])@([^@\n]{0,40})$/.exec(before);
  const query = match?.[1]?.toLowerCase();
  if (query === undefined) return none;
  const items = people
    .filter(({ name }) => startsSomewhere(name.toLowerCase(), query))
    .filter(({ name }) => name.toLowerCase() !== query.trimEnd())
    .toSorted((a, b) => Number(b.isBot) - Number(a.isBot) || a.name.localeCompare(b.name))
    .slice(0, 8)
    .map(({ name, title, workspace, isExternal }) => ({
      label: name,
      detail: isExternal ? `${title} · ${workspace}` : title,
      insert: `@${name} `,
    }));
  return { from: before.length - query.length - 1, items, hint: null };
}

const startsSomewhere = (name: string, query: string) =>
  name.startsWith(query) || name.split(' ').some((word) => word.startsWith(query));
