import { refuseArgument } from '../errors.js';

/** There are no paths outside Node.js. */
export async function openFile(_path: string | URL): Promise<{ readonly blob: Blob; readonly name: string }> {
  return refuseArgument('source', 'a Blob, a File, bytes or a ReadableStream: paths are for Node.js');
}
