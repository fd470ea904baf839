import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseWebhook } from '../src/webhooks/index.js';

const folder = new URL('../../../../shared/fixtures/smooch/webhooks/', import.meta.url);

describe.each(['v1', 'v1.1', 'v2'])('captured webhooks of %s', (version) => {
  const captured = new URL(`${version}/`, folder);
  const names = existsSync(captured) ? readdirSync(captured) : [];

  test.each(names)('%s comes through whole', (name) => {
    const text = readFileSync(new URL(name, captured), 'utf8');
    expect(parseWebhook(text)).toEqual(JSON.parse(text));
  });

  // Where there are none, this one says so.
  test.skipIf(names.length === 0)('are there, and told apart from those of other versions', () => {
    const events = names.map((name) => parseWebhook(readFileSync(new URL(name, captured))));
    expect(events.filter(({ trigger }) => (trigger === undefined) !== (version === 'v2'))).toEqual([]);
  });
});
