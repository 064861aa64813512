/** One or two examples for the help of each command, as they are typed. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  start: ['media-desk start', 'media-desk start --releases news/_posts --desk desk.yml'],
  serve: ['SLACK_BOT_TOKEN=xoxb-… SLACK_APP_TOKEN=xapp-… media-desk serve'],
  practice: [
    'media-desk practice',
    'PORT=4000 media-desk practice --now 2026-11-27T18:30:00+08:00',
  ],
  search: [
    'media-desk search AI strategy',
    'media-desk search \'"trusted environment" -health\' --since 2019-01-01 --limit 5',
  ],
  ask: [
    'media-desk ask "Which sectors does the AI strategy cover?"',
    'media-desk ask --batch questions.jsonl --json',
  ],
  contacts: ['media-desk contacts releases', 'media-desk contacts news/2019-11-19-ai.md --json'],
  check: ['media-desk check releases', 'media-desk check news/_posts --json'],
  history: ['media-desk history 2019-11-19-ai.md'],
  deadline: [
    'media-desk deadline "Friday noon London time"',
    'media-desk deadline "before the 9.30 bulletin" --zone Asia/Singapore --json',
  ],
  route: [
    'media-desk route "How much of the money goes to healthcare?"',
    'media-desk route "Who trains the teachers?" --now 2026-12-25T10:00:00+08:00 --json',
  ],
  enquiries: ['media-desk enquiries --open', 'media-desk enquiries --csv > enquiries.csv'],
  export: [
    'media-desk export ME-26-0007 > ME-26-0007.json',
    'media-desk export ME-26-0007 --format md --redact > disclosure.md',
  ],
  verify: ['media-desk verify'],
  gaps: ['media-desk gaps', 'media-desk gaps --since 2026-11-01 --json'],
  report: ['media-desk report', 'media-desk report --week 2026-11-16 --json'],
  said: ['media-desk said "S$500 million"'],
  completion: [
    'media-desk completion bash > ~/.local/share/bash-completion/completions/media-desk',
    'media-desk completion zsh > ~/.zfunc/_media-desk',
  ],
};

/** The part of a command's help that shows how it is typed. */
export const examplesText = (name: string): string => {
  const lines = EXAMPLES[name] ?? [];
  return lines.length === 0 ? '' : `\nExamples:\n${lines.map((one) => `  ${one}`).join('\n')}`;
};
