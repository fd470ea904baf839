import type * as web from './ky.web.js';
import type { KyOptions } from './ky-options.js';

let loaded: typeof web | undefined;

/**
 * ky, loaded with the first call: as it loads it looks at `Request`, and Node.js then loads the whole of its fetch. Bundlers
 * take {@link web}, which they can shake: the condition `module-sync`, under which this is found, is Node.js's own.
 */
export async function ky(input: string, options: KyOptions): Promise<unknown> {
  loaded ??= await import('./ky.web.js');
  return loaded.ky(input, options);
}

/** Whether an error of {@link ky} says that there was no answer. */
export function isNetworkError(error: unknown): boolean {
  return loaded?.isNetworkError(error) === true;
}
