import type { Command } from 'commander';
import type { Output, Status } from './output.ts';

export type Shell = 'bash' | 'zsh';

type Flag = {
  readonly flag: string;
  readonly description: string;
  readonly takesValue: boolean;
  /** What its value may be, where that is one of a few words. */
  readonly choices: readonly string[];
};

type Completed = {
  readonly name: string;
  readonly description: string;
  readonly options: readonly Flag[];
  /** What its argument may be, where that is one of a few words. */
  readonly choices: readonly string[];
};

/** `media-desk completion bash|zsh`: a script that completes every command and option of `program`. */
export function completionCommand(shell: Shell, program: Command, { print }: Output): Status {
  const commands = program.commands.map(
    (command): Completed => ({
      name: command.name(),
      description: command.description(),
      options: command.options.flatMap(({ long, description, required, argChoices = [] }) =>
        typeof long === 'string'
          ? [{ flag: long, description, takesValue: required, choices: argChoices }]
          : [],
      ),
      choices: command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
    }),
  );
  print(shell === 'bash' ? bashScript(commands) : zshScript(commands));
  return 0;
}

const bashScript = (commands: readonly Completed[]): string => `# bash completion for media-desk
_media_desk() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words="" choices=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}"
  else
    case "\${COMP_WORDS[1]}" in
${commands.map(({ name, options, choices }) => `      ${name}) words="${[...options.map(({ flag }) => flag), '--help'].join(' ')}" choices="${choices.join(' ')}" ;;`).join('\n')}
    esac
    case "$current" in -*) ;; *) words="$choices" ;; esac
    case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD-1]}" in
${commands.flatMap(({ name, options }) => options.flatMap(({ flag, choices }) => (choices.length === 0 ? [] : [`      "${name} ${flag}") words="${choices.join(' ')}" ;;`]))).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _media_desk media-desk`;

const zshScript = (commands: readonly Completed[]): string => `#compdef media-desk
_media_desk() {
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    '${quoted(`${name}:${description}`)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case "$words[2]" in
${commands.map(({ name, options, choices }) => `    ${name}) _arguments ${options.map(zshFlag).join(' ')} '*:${choices.length === 0 ? 'file:_files' : `choice:(${choices.join(' ')})`}' ;;`).join('\n')}
  esac
}
if [ "$funcstack[1]" = "_media_desk" ]; then _media_desk "$@"; else compdef _media_desk media-desk; fi`;

const zshFlag = ({ flag, description, takesValue, choices }: Flag): string => {
  const value = !takesValue
    ? ''
    : choices.length === 0
      ? ':value:_files'
      : `:value:(${choices.join(' ')})`;
  return `'${quoted(`${flag}[${bare(description)}]${value}`)}'`;
};

/** Within single quotes of a shell. */
const quoted = (text: string): string => text.replaceAll("'", "'\\''");

/** Brackets and colons have a meaning of their own in an option's description. */
const bare = (text: string): string => text.replace(/[[\]:]/g, '');
