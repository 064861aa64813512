import { expect, test } from 'vitest';
import schema from '../../src/practice/block-schema.json' with { type: 'json' };
import { blockSchema } from '../generate-block-schema.ts';

test('the schema of blocks is the one that the installed @slack/types declare', () => {
  // When this fails: npx tsx test/generate-block-schema.ts
  expect(blockSchema()).toEqual(schema);
});
