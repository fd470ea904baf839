import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { typeComplaints, type TypedValue } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { parseWebhook } from '../src/webhooks/index.js';

const source = fileURLToPath(new URL('../src/webhooks/', import.meta.url));
const folder = new URL('../../../../shared/fixtures/smooch/webhooks/', import.meta.url);

interface Captured {
  readonly trigger?: string;
  readonly events?: readonly { readonly type: string }[];
}

/** Samples of the documents in which something is as it never comes, or is left out. */
const careless = new Set([
  // Metadata as a list.
  'message-appuser-2016-01.json',
  // A text message without its text.
  'message-appuser-whatsapp.json',
  // Your own id of a user as a number.
  'conversation-referral.json',
]);

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

  test.skipIf(names.length === 0)('are what their types say', { timeout: 60_000 }, async () => {
    const values = names
      .filter((name) => !careless.has(name))
      .flatMap((name): TypedValue[] => {
        const body = JSON.parse(readFileSync(new URL(name, captured), 'utf8')) as Captured;
        // An event of a documented name shall not pass as one that nobody knows.
        return body.trigger === undefined
          ? (body.events ?? []).map((event) => ({ name, body: event, type: `Named<'${event.type}'>` }))
          : [{ name, body, type: `Named<'${body.trigger}'>` }];
      });
    expect(await typeComplaints(source, { 'EventNamed as Named': 'events-by-name.ts' }, values)).toBe('');
  });
});
