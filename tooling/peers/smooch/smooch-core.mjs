// A session of the service's own client of v1.1, with an emulated app.
import assert from 'node:assert/strict';
import { trial } from '../trial.mjs';
import { uncalled } from './core/callers.mjs';

const parts = ['users', 'channels', 'messages', 'webhooks', 'integrations', 'account', 'uploads'];
for (const part of parts) {
  await import(`./core/${part}.mjs`);
}

await trial('no method of it is left out, with the key of an app or of an account', () => {
  assert.deepEqual(uncalled(), []);
});

await import('./core/beside-ours.mjs');
