// A session of the service's own client of v2, with an emulated app.
import assert from 'node:assert/strict';
import { trial } from '../trial.mjs';
import { uncalled } from './sunshine/client.mjs';

const parts = [
  'users',
  'conversations',
  'messages',
  'attachments',
  'integrations',
  'clients',
  'webhooks',
  'switchboard',
  'account',
  'refusals',
];
for (const part of parts) {
  await import(`./sunshine/${part}.mjs`);
}

await trial('no call of its API is left out', () => {
  // The page on which an owner decides is for browsers.
  assert.deepEqual(uncalled(), ['authorize']);
});

await import('./sunshine/beside-ours.mjs');
