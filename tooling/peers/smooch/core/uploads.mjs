// Files. What this client makes of one is only understood by Node.js before 18: later ones send its name for a form as text.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trial } from '../../trial.mjs';
import { app, url } from '../app.mjs';
import { sign } from '../sign.mjs';
import { callers, refused } from './callers.mjs';

const folder = await mkdtemp(join(tmpdir(), 'uploads-'));
const path = join(folder, 'tent.png');
await writeFile(path, Buffer.from('89504e470d0a1a0a', 'hex'));
const picture = () => createReadStream(path);
const noForm = refused(400, 'bad_request', 'Content-Type should be multipart/form-data');

for (const {
  by,
  smooch: { appUsers, attachments, integrations },
} of callers) {
  await trial(`${by}: a form that is none is refused in words`, async () => {
    const { integration } = await integrations.create({ type: 'whatsapp', deploymentId: 'd' });
    await assert.rejects(attachments.create('public', picture()), noForm);
    await assert.rejects(appUsers.uploadImage('customer-2093', picture(), { role: 'appUser' }), noForm);
    await assert.rejects(integrations.profile.photo.upload(integration._id, picture()), noForm);
    await integrations.delete(integration._id);
    const sent = await (await fetch(`${url}/_emulator/requests`)).json();
    const bodies = sent.filter(({ text }) => text === '[object FormData]');
    assert.ok(bodies.length >= 3, `${bodies.length} of them`);
  });

  await trial(`${by}: a file that somebody else has uploaded is deleted`, async () => {
    const mediaUrl = await upload('notes.txt', 'All of it.');
    assert.equal(await (await fetch(mediaUrl)).text(), 'All of it.');
    await attachments.delete(mediaUrl);
    assert.equal((await fetch(mediaUrl)).status, 404);
  });
}

await rm(folder, { recursive: true });

async function upload(name, text) {
  const body = new FormData();
  body.set('source', new File([text], name));
  const headers = { authorization: `Bearer ${sign(app, { scope: 'app' })}` };
  const answer = await fetch(`${url}/v1.1/attachments?access=public`, { method: 'POST', headers, body });
  return (await answer.json()).mediaUrl;
}
