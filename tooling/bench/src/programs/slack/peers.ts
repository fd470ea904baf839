import { createRequire } from 'node:module';
import type { Place } from '../../slack/task.js';

/** The parts of Slack's packages that are measured, as their documentation describes them. */
export interface SlackPackages {
  readonly '@slack/rtm-api': {
    readonly RTMClient: new (token: string, options: object) => RtmClient;
  };
  readonly '@slack/socket-mode': {
    readonly SocketModeClient: new (options: object) => SocketModeClient;
  };
  readonly '@slack/web-api': {
    readonly WebClient: new (token: string, options: object) => WebClient;
  };
}

/** See {@link SlackPackages}. */
export interface RtmClient {
  on(event: string, listener: () => void): void;
  start(): Promise<unknown>;
  sendMessage(text: string, channel: string): Promise<unknown>;
  disconnect(): Promise<void>;
}

/** See {@link SlackPackages}. */
export interface SocketModeClient {
  on(event: string, listener: (delivery: { readonly ack: () => Promise<void> }) => void): void;
  start(): Promise<unknown>;
}

/** See {@link SlackPackages}. */
export interface WebClient {
  readonly users: { info(given: object): Promise<unknown> };
  readonly conversations: { history(given: object): Promise<unknown> };
}

/** One of Slack's own packages. */
export function slackPackage<Name extends keyof SlackPackages>(
  { peers }: Place,
  name: Name,
): SlackPackages[Name] {
  return createRequire(peers)(name) as SlackPackages[Name];
}

/** Their loggers would write of each frame. */
const silent = (): void => undefined;
export const quiet = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  getLevel: (): string => 'error',
  setName: silent,
};
