// Posts a file with a few words about it.
// CHATTER_INSTANCE_URL and CHATTER_ACCESS_TOKEN come from the environment; the file and the words from the command line.
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { bold, createChatter, isServiceError, message, PostWithFileError, postWithFile } from '@x/chatter';

const { CHATTER_INSTANCE_URL: instanceUrl, CHATTER_ACCESS_TOKEN: accessToken } = process.env;
const [, , path, ...words] = process.argv;

if (path === undefined) {
  console.error('Which file? Name it, and say a few words about it');
  process.exit(2);
}

try {
  const chatter = createChatter({ instanceUrl, accessToken });
  const title = basename(path);
  // Opened, not read: it is read while it is sent.
  const file = { source: await openAsBlob(path), title };
  const post = await postWithFile(
    chatter,
    file,
    { subjectId: 'me', body: message`${bold(title)} ${words.join(' ')}` },
    { onProgress: ({ sentBytes }) => console.log(`${sentBytes} bytes sent`) },
  );
  console.log(`posted ${post.id}`);
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.error(error.message);
  if (error instanceof PostWithFileError) console.error(`still there: ${error.fileIds.join(', ')}`);
  process.exitCode = 1;
}
