import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '@x/checks/root';

/** A built module of @x/chatexchange that it does not export. */
export async function ownModule<Exports>(path: string): Promise<Exports> {
  return (await import(pathToFileURL(join(root, 'packages/chatexchange/dist', path)).href)) as Exports;
}
