import type { Call } from './call.js';

/** Where this emulator is reached: by the name that was used, where that is a name of this machine. */
export function ownRoot({ destination, host, service }: Call): string {
  return destination.kind === 'both' ? `http://${host}` : service.url();
}
