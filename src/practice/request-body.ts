import type { IncomingMessage } from 'node:http';
import type { Args } from './web-api-method.ts';

const maxBytes = 20 * 1024 * 1024;

/** Arguments that come as JSON inside a form. */
const structured = new Set([
  'attachments',
  'blocks',
  'chunks',
  'files',
  'metadata',
  'prompts',
  'unfurls',
  'view',
]);

/** The whole body; `undefined` when it is larger than 20 MB. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The arguments of a Web API call, from its query and its body (a form or JSON); `undefined` where they cannot be read. */
export function argsOf(
  request: IncomingMessage,
  query: URLSearchParams,
  body: Buffer,
): Args | undefined {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) {
    const json = body.length === 0 ? {} : jsonOf(body);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
    return { ...fromForm(query), ...json };
  }
  return { ...fromForm(query), ...fromForm(new URLSearchParams(body.toString('utf8'))) };
}

function fromForm(form: URLSearchParams): Args {
  return Object.fromEntries(
    [...form].map(([key, value]) => {
      if (!structured.has(key)) return [key, value];
      const parsed = jsonOf(Buffer.from(value));
      return [key, parsed === undefined ? value : parsed];
    }),
  );
}

/** The token of a call: in the header, or as an argument. */
export function tokenOf(request: IncomingMessage, args: Args): string | undefined {
  const [, bearer] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return bearer ?? (typeof args.token === 'string' ? args.token : undefined);
}
