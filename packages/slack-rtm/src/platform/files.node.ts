import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';

/** A file on disk, which is read where it is used and no sooner. */
export async function openFile(path: string | URL): Promise<Blob> {
  // What is wrong with it, the other tells late or not at all.
  if (!(await stat(path)).isFile()) throw new TypeError('it is no file');
  return openAsBlob(path);
}
