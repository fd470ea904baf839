import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseArgument } from '../errors.js';

/** A file on disk, which is read where it is used and no sooner. */
export async function openFile(path: string | URL): Promise<{ readonly blob: Blob; readonly name: string }> {
  // What is missing with the other is not told by it.
  const facts = await stat(path);
  if (!facts.isFile()) refuseArgument('source', 'the path of a file');
  return {
    blob: await openAsBlob(path),
    name: basename(path instanceof URL ? fileURLToPath(path) : path),
  };
}
