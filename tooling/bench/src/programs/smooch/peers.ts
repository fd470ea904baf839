import { createRequire } from 'node:module';

/** The parts of other people's clients that are measured, as their documentation describes them. */
export interface SmoochPeers {
  readonly 'smooch-core': new (options: {
    readonly keyId: string;
    readonly secret: string;
    readonly scope: 'app';
    readonly serviceUrl: string;
  }) => {
    readonly appUsers: { sendMessage(userId: string, message: object): Promise<unknown> };
  };
  readonly 'sunshine-conversations-client': {
    readonly ApiClient: new () => SunshineApiClient;
    readonly MessagesApi: new (client: SunshineApiClient) => {
      postMessage(appId: string, conversationId: string, message: object): Promise<unknown>;
    };
  };
}

/** See {@link SmoochPeers}. */
export interface SunshineApiClient {
  basePath: string;
  readonly authentications: { readonly basicAuth: { username?: string; password?: string } };
}

/** One of them, from the folder of this manifest. */
export function smoochPeer<Name extends keyof SmoochPeers>(peers: string, name: Name): SmoochPeers[Name] {
  return createRequire(peers)(name) as SmoochPeers[Name];
}
