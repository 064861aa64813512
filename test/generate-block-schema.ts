import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator, type Schema } from 'ts-json-schema-generator';

/**
 * Makes `src/practice/block-schema.json` from the declarations of `@slack/types`: `npx tsx test/generate-block-schema.ts`.
 * Unions of objects told apart by `type` become `byType`, a keyword of our own (`check-schema.ts`), so that the fault
 * named is in the branch meant, and only the branches in use are ever compiled.
 */

type Node = { [key: string]: unknown };

const declarations = fileURLToPath(
  new URL('../node_modules/@slack/types/dist/index.d.ts', import.meta.url),
);

export function blockSchema(): Node {
  const generator = createGenerator({
    path: declarations,
    // Without it every package of types there is would be read, which takes ten times as long.
    tsconfig: fileURLToPath(new URL('./generate-block-schema.tsconfig.json', import.meta.url)),
    skipTypeCheck: true,
    additionalProperties: false,
    jsDoc: 'none',
  });
  const definitions = Object.assign(
    {},
    ...['KnownBlock', 'ModalView', 'HomeView'].map(
      (type) => (generator.createSchema(type) as Schema).definitions,
    ),
  ) as Record<string, Node>;
  for (const view of ['ModalView', 'HomeView']) {
    const properties = definitions[view]?.properties as Record<string, Node>;
    // Declared as `AnyBlock`, which lets anything with a `type` pass.
    properties.blocks = { type: 'array', items: { $ref: '#/definitions/KnownBlock' } };
  }
  delete definitions.AnyBlock;
  delete definitions.Block;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    definitions: Object.fromEntries(
      Object.entries(definitions)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, node]) => [name, tellApart(node, definitions)]),
    ),
  };
}

function tellApart(node: unknown, definitions: Record<string, Node>): unknown {
  if (Array.isArray(node)) return node.map((each) => tellApart(each, definitions));
  if (typeof node !== 'object' || node === null) return node;
  const { anyOf, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, tellApart(value, definitions)]),
  ) as Node;
  if (!Array.isArray(anyOf)) return rest;
  const branches = (anyOf as Node[]).flatMap((branch) =>
    typesOf(branch, definitions).map((type) => ({ type, branch })),
  );
  const types = branches.map(({ type }) => type);
  const toldApart = !types.includes(undefined) && new Set(types).size === types.length;
  if (!toldApart || branches.some(({ branch }) => nameOf(branch) === undefined)) {
    return { ...rest, anyOf };
  }
  return {
    ...rest,
    byType: Object.fromEntries(branches.map(({ type, branch }) => [type, nameOf(branch)])),
  };
}

const nameOf = (branch: Node) =>
  typeof branch.$ref === 'string' ? branch.$ref.split('/').at(-1) : undefined;

/** The values of `type` by which a branch is known; `[undefined]` where it has none. */
function typesOf(branch: Node, definitions: Record<string, Node>): (string | undefined)[] {
  const name = nameOf(branch);
  const node = name === undefined ? branch : definitions[name];
  const parts = node?.anyOf ?? node?.allOf;
  if (Array.isArray(node?.anyOf)) {
    return [...new Set((parts as Node[]).flatMap((each) => typesOf(each, definitions)))];
  }
  return [(node?.properties as Record<string, { const?: string }> | undefined)?.type?.const];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = fileURLToPath(new URL('../src/practice/block-schema.json', import.meta.url));
  writeFileSync(target, JSON.stringify(blockSchema(), null, 2));
  execFileSync('npx', [
    'biome',
    'format',
    '--write',
    '--indent-style=space',
    '--line-width=100',
    target,
  ]);
}
