import { limitsOfView, maxBytesOfView } from './block-limits.ts';
import { blockProblems, limitProblems } from './check-blocks.ts';
import { schemaProblems } from './check-schema.ts';

/** The error that Slack answers with, and what it says is wrong. */
export type Rejection = { readonly error: string; readonly problems: readonly string[] };

type Args = Readonly<Record<string, unknown>>;

/**
 * What Slack would say against a message, or `undefined` when it takes it.
 *
 * @param maxText characters of `text`: 40,000 for a new message, 4,000 for an update
 */
export function messageRejection(args: Args, maxText: number): Rejection | undefined {
  const { text, blocks, attachments, markdown_text: markdown } = args;
  if (text !== undefined && typeof text !== 'string')
    return rejected('invalid_arguments', 'text is not a string');
  if (typeof text === 'string' && text.length > maxText) {
    return rejected(
      'msg_too_long',
      `text must be at most ${maxText} characters, is ${text.length}`,
    );
  }
  if (markdown !== undefined && (text !== undefined || blocks !== undefined)) {
    return rejected('markdown_text_conflict', 'markdown_text goes with neither text nor blocks');
  }
  if (typeof markdown === 'string' && markdown.length > 12_000) {
    return rejected('msg_too_long', 'markdown_text must be at most 12000 characters');
  }
  const empty = (list: unknown) => list === undefined || (Array.isArray(list) && list.length === 0);
  if (!text && !markdown && empty(blocks) && empty(attachments))
    return rejected('no_text', 'the message is empty');
  if (!empty(blocks)) {
    const problems = blockProblems(blocks, 'message');
    if (problems.length > 0) return { error: errorFor(problems), problems };
  }
  if (Array.isArray(attachments)) {
    if (attachments.length > 100)
      return rejected('too_many_attachments', 'more than 100 attachments');
    const problems = attachments.flatMap((each: Args | null, index) => {
      if (typeof each !== 'object' || each === null) return [`attachment ${index} is no object`];
      return each.blocks === undefined ? [] : blockProblems(each.blocks, 'message');
    });
    if (problems.length > 0) return { error: 'invalid_attachments', problems };
  }
  return metadataRejection(args.metadata);
}

/** What Slack would say against a modal or Home tab, or `undefined` when it takes it. */
export function viewRejection(view: unknown, type: 'modal' | 'home'): Rejection | undefined {
  const shape = schemaProblems(type === 'modal' ? 'ModalView' : 'HomeView', view, '/view');
  if (shape.length > 0) return { error: 'invalid_arguments', problems: shape };
  const known = view as Args & { blocks: readonly Args[] };
  if (Buffer.byteLength(JSON.stringify(view)) > maxBytesOfView) {
    return rejected('view_too_large', `the view must be at most ${maxBytesOfView} bytes`);
  }
  const problems = [
    ...limitProblems(known, limitsOfView, '/view'),
    ...blockProblems(known.blocks, type).map((problem) =>
      problem.replace('pointer:/', 'pointer:/view/'),
    ),
    ...(type === 'modal' &&
    known.submit === undefined &&
    known.blocks.some((block) => block.type === 'input')
      ? ['a modal with input blocks needs submit [json-pointer:/view/submit]']
      : []),
  ];
  return problems.length > 0 ? { error: 'invalid_arguments', problems } : undefined;
}

function metadataRejection(metadata: unknown): Rejection | undefined {
  if (metadata === undefined) return undefined;
  const { event_type: type, event_payload: payload } = (metadata ?? {}) as Args;
  if (typeof type !== 'string' || type === '' || typeof payload !== 'object' || payload === null) {
    return rejected('invalid_metadata_format', 'metadata needs event_type and event_payload');
  }
  return undefined;
}

const rejected = (error: string, problem: string): Rejection => ({ error, problems: [problem] });

const errorFor = (problems: readonly string[]) =>
  problems.every((problem) => problem.startsWith('msg_blocks_too_long'))
    ? 'msg_blocks_too_long'
    : 'invalid_blocks';
