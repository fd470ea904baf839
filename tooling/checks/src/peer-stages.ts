import { startChatterEmulator } from '@x/emulators';

/** An emulator that waits for a client that is not ours. */
export interface PeerStage {
  /** What the client is told: addresses, credentials. */
  readonly connection: Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

/** Somebody else's client, and what it does with a service. */
export interface Peer {
  /** As npm knows it. */
  readonly name: string;
  /** Does one thing after another, in `tooling/peers`. */
  readonly program: string;
  readonly stage: () => Promise<PeerStage>;
}

/** The clients of `tooling/peers`. */
export const peerClients: readonly Peer[] = [
  { name: 'jsforce', program: 'chatter/jsforce.mjs', stage: endedChatterSession },
];

/** An org whose tokens are of a session that has ended. */
async function endedChatterSession(): Promise<PeerStage> {
  const emulator = await startChatterEmulator();
  const { instanceUrl, accessToken, refreshToken, clientId, clientSecret } = emulator.credentials;
  emulator.control.expireSessions();
  return {
    connection: { instanceUrl, accessToken, refreshToken, clientId, clientSecret },
    close: () => emulator.close(),
  };
}
