/** There are no paths outside Node.js. */
export async function openFile(_path: string | URL): Promise<Blob> {
  throw new TypeError('path is for Node.js; give content');
}
