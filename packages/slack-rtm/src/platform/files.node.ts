import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';

/** A file on disk, which is read where it is used and no sooner. */
export async function openFile(path: string | URL): Promise<Blob> {
  // What is missing with the other is not told by it.
  await stat(path);
  return openAsBlob(path);
}
