import { chatExchangeStage, chatterStage, slackRtmStage, smoochStage } from './node-stages.js';
import type { Stage } from './stage.js';

/** A client that is installed alone. */
export interface AloneClient {
  /** All that it may bring beside the core; without it, only no other client. */
  readonly brings?: readonly string[];
  /** Starts what its session, `sessions/node/<name>.mjs`, talks to. */
  readonly stage: () => Promise<Stage>;
}

/** The clients by the names of their packages. */
export const aloneClients: Readonly<Record<string, AloneClient>> = {
  // Cheerio and tough-cookie bring a dozen packages each, which change as they like.
  '@x/chatexchange': { stage: chatExchangeStage },
  '@x/chatter': { brings: ['ky', 'jose'], stage: chatterStage },
  '@x/slack-rtm': { brings: ['ky', 'ws'], stage: slackRtmStage },
  '@x/smooch': { brings: ['ky', 'jose'], stage: smoochStage },
};
