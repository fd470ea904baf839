import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Place } from '../../chatexchange/task.js';

/** The part of the npm package that is measured, as its documentation describes it. */
export interface PeerClient {
  login(email: string, password: string): Promise<unknown>;
  getRoom(id: number): PeerRoom;
  joinRoom(room: PeerRoom): Promise<boolean>;
  getTranscript(messageId: number): Promise<{ readonly content: string }>;
}

/** See {@link PeerClient}. */
export interface PeerRoom {
  on(event: 'message', listener: (event: { readonly eventType: number }) => void): void;
  watch(): Promise<unknown>;
}

/** A client that is logged in, whose connections are led to the server: it knows no hosts but those of the service. */
export async function logInPeer({ url, email, password }: Place, peers: string): Promise<PeerClient> {
  const network = pathToFileURL(join(peers, 'chatexchange/network.mjs')).href;
  const { leadTo } = (await import(network)) as { readonly leadTo: (url: string) => void };
  leadTo(url);
  const require = createRequire(join(peers, 'package.json'));
  const { default: Client } = require('chatexchange') as { default: new (host: string) => PeerClient };
  const client = new Client('stackoverflow.com');
  await client.login(email, password);
  return client;
}
