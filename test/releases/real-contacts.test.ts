import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readGold } from '../bench/contacts.ts';
import { scoreContacts } from '../bench/score-contacts.ts';

const path = fileURLToPath(new URL('../../../shared/data/contacts.jsonl', import.meta.url));
const reason = existsSync(path) ? '' : ' (skipped: ../shared/data is not here)';

describe(`contacts of real releases${reason}`, () => {
  test.skipIf(reason !== '')('are read as a person reads them, and nobody is invented', () => {
    const { gold, found } = readGold(path);
    const scored = gold.filter(({ kind }) => kind !== 'general-enquiry');
    const { fields, inventedValues, takenOnNone } = scoreContacts(scored, found);
    expect(fields.email.f1).toBeGreaterThanOrEqual(0.97);
    expect(fields.name.f1).toBeGreaterThanOrEqual(0.97);
    expect(fields.role.f1).toBeGreaterThanOrEqual(0.95);
    expect(fields.organisation.f1).toBeGreaterThanOrEqual(0.95);
    expect(fields.phones.f1).toBeGreaterThanOrEqual(0.95);
    expect(inventedValues).toBeLessThanOrEqual(0.01);
    expect(takenOnNone).toBe(0);
  });
});
