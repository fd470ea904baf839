import { textAt } from '../json.js';
import { type Api, type Body, dial, type Line, startApi } from './support.js';
import type { SlackEmulatorOptions } from '../../src/index.js';

export interface Linked extends Api {
  /** Asks for an address and opens it. */
  readonly link: (suffix?: string) => Promise<Line>;
}

/** An emulator and a way to link to it by Socket Mode. */
export async function startLinked(options: SlackEmulatorOptions = {}): Promise<Linked> {
  const api = await startApi({ ...options, switches: { linkPingEveryMs: 0, ...options.switches } });
  return { ...api, link: async (suffix = '') => dial((await address(api)) + suffix) };
}

/** The address that `apps.connections.open` gives. */
export async function address({ call, emulator }: Api): Promise<string> {
  const { body } = await call('apps.connections.open', {}, { token: emulator.credentials.appToken });
  return textAt(body, 'url');
}

/** The event inside an envelope. */
export function eventIn({ payload }: Body): Body {
  return (payload as { readonly event: Body }).event;
}
