import {
  startChatterEmulator,
  startSlackEmulator,
  startSmoochEmulator,
  startStackExchangeEmulator,
  type SmoochEmulatorOptions,
} from '@x/emulators';

/** An emulator that waits for a client that is not ours. */
export interface PeerStage {
  /** What the client is told: addresses, credentials. */
  readonly connection: Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

/** Somebody else's client, and what it does with a service. */
export interface Peer {
  /** What it is installed as: its name on npm, with the major version behind it where it is an older one. */
  readonly name: string;
  /** Does one thing after another, in `tooling/peers`. */
  readonly program: string;
  readonly stage: () => Promise<PeerStage>;
}

/** The clients of `tooling/peers`. */
export const peerClients: readonly Peer[] = [
  { name: 'jsforce', program: 'chatter/jsforce.mjs', stage: endedChatterSession },
  { name: 'chatexchange', program: 'chatexchange/chatexchange.mjs', stage: threeChats },
  { name: '@slack/web-api', program: 'slack/web-api.mjs', stage: workspace },
  { name: '@slack/rtm-api', program: 'slack/rtm-api.mjs', stage: workspace },
  { name: '@slack/socket-mode', program: 'slack/socket-mode.mjs', stage: workspace },
  { name: 'smooch-core-2', program: 'smooch/smooch-core-2.mjs', stage: () => smoochApp({ legacy: true }) },
  { name: 'smooch-core-6', program: 'smooch/smooch-core-6.mjs', stage: () => smoochApp() },
  { name: 'smooch-core', program: 'smooch/smooch-core.mjs', stage: () => smoochApp() },
  {
    name: 'sunshine-conversations-client',
    program: 'smooch/sunshine-conversations-client.mjs',
    stage: () => smoochApp(),
  },
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

/** The same people have other ids on each chat server. */
async function threeChats(): Promise<PeerStage> {
  const emulator = await startStackExchangeEmulator();
  const { roomId, accounts } = emulator.credentials;
  const [{ name, email, password }] = accounts;
  const sites = ['stackoverflow.com', 'meta.stackexchange.com', 'stackexchange.com'] as const;
  const hosts = sites.map((site) => {
    const server = emulator.control.server(`chat.${site}`);
    server.throttle(false);
    const said = server.messages(roomId);
    const idOf = (isMe: boolean): number | undefined =>
      said.find(({ userName }) => (userName === name) === isMe)?.userId;
    const ids = { me: idOf(true), other: idOf(false) };
    const roomName = server.events(roomId)[0]?.room_name;
    return [site, { ids, email, password, name, roomId, roomName }] as const;
  });
  return {
    connection: { url: emulator.url, hosts: Object.fromEntries(hosts) },
    close: () => emulator.close(),
  };
}

/** What people do there meanwhile, the program asks for over HTTP. */
async function workspace(): Promise<PeerStage> {
  const { url, credentials, ...emulator } = await startSlackEmulator();
  return { connection: { url, ...credentials }, close: () => emulator.close() };
}

/** An app with users who have written, its key, that of its account, and a partner who may be let in. */
async function smoochApp(options: SmoochEmulatorOptions = {}): Promise<PeerStage> {
  const { url, credentials, ...emulator } = await startSmoochEmulator(options);
  const { appId, keyId, secret } = credentials;
  const { accountKey: account, oauthClient } = emulator.control;
  return {
    connection: { url, appId, app: { keyId, secret }, account, oauthClient },
    close: () => emulator.close(),
  };
}
