// Files: kept by the service, fetched again, taken away.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trial } from '../../trial.mjs';
import { appId } from '../app.mjs';
import { refused, sunshine } from './client.mjs';

const { attachments, conversations, messages } = sunshine;

const folder = await mkdtemp(join(tmpdir(), 'attachments-'));
const path = join(folder, 'größe & co.txt');
const text = 'Forty-two.\n'.repeat(1000);
await writeFile(path, text);
const [conversation] = (await conversations.listConversations(appId, { userExternalId: 'customer-2093' }))
  .conversations;
let mediaUrl;

await trial('a file keeps its name, its type and every byte', async () => {
  const { attachment } = await attachments.uploadAttachment(appId, 'public', createReadStream(path), {
    _for: 'message',
    conversationId: conversation.id,
  });
  ({ mediaUrl } = attachment);
  assert.equal(attachment.mediaType, 'text/plain');
  assert.ok(decodeURIComponent(new URL(mediaUrl).pathname).endsWith('/größe & co.txt'), mediaUrl);
  const response = await fetch(mediaUrl);
  assert.equal(response.headers.get('content-type')?.split(';')[0], 'text/plain');
  assert.equal(await response.text(), text);
});

await trial('a file is posted, and its size known', async () => {
  const { messages: added } = await messages.postMessage(appId, conversation.id, {
    author: { type: 'business' },
    content: { type: 'file', mediaUrl },
  });
  assert.deepEqual([added[0].content.mediaType, added[0].content.mediaSize], ['text/plain', text.length]);
});

await trial('a file of no name is no file', () =>
  // Without a stream this client sends no file name.
  assert.rejects(
    attachments.uploadAttachment(appId, 'public', Buffer.from(text)),
    refused(400, 'bad_request'),
  ),
);

await trial('a kind of file that is not allowed is refused', async () => {
  const program = join(folder, 'setup.exe');
  await writeFile(program, 'MZ');
  await assert.rejects(
    attachments.uploadAttachment(appId, 'public', createReadStream(program)),
    refused(415, 'unsupported_media_type', 'File rejected. File extension not allowed'),
  );
});

await trial('a file is deleted, once, and only one of the service', async () => {
  await attachments.deleteAttachment(appId, { mediaUrl });
  assert.equal((await fetch(mediaUrl)).status, 404);
  await assert.rejects(
    attachments.deleteAttachment(appId, { mediaUrl }),
    refused(404, 'not_found', 'Attachment not found'),
  );
  const foreign = 'https://badhost.com/image.png';
  await assert.rejects(
    attachments.deleteAttachment(appId, { mediaUrl: foreign }),
    refused(400, 'bad_request', `Unsupported media URL for attachment deletion: ${foreign}`),
  );
});

await rm(folder, { recursive: true });
