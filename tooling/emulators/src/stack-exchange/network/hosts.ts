import { type ChatHost, chatHosts, cookieDomainOf } from './sites.js';

/** What a request is for, by the host that it names. */
export interface Destination {
  /**
   * A loopback address stands for a chat server and its login site in one. The network's front page knows who is logged in, and
   * has had no password form since OpenID went.
   */
  readonly kind: 'chat' | 'main' | 'front' | 'both';
  readonly chatHost: ChatHost;
  /** The domain that a login holds for. */
  readonly domain: string;
  /** Absent on loopback, where cookie jars refuse domains of others and send nothing secure over plain HTTP. */
  readonly cookieDomain: string | undefined;
  /** The port that was named beside the host, if that is not the usual one: whoever names it speaks plain HTTP. */
  readonly port: string | undefined;
}

/** The root of another host of the network, for somebody who has come this way. */
export function rootOf(host: string, { port }: Destination): string {
  return port === undefined ? `https://${host}` : `http://${host}:${port}`;
}

/** Where a request goes; undefined for hosts that are not of the network. */
export function destinationOf(hostHeader: string): Destination | undefined {
  const host = withoutPort(hostHeader.toLowerCase());
  const port = portOf(hostHeader);
  if (isLoopback(host)) {
    return {
      kind: 'both',
      chatHost: 'chat.stackexchange.com',
      domain: 'stackexchange.com',
      cookieDomain: undefined,
      port,
    };
  }
  const domain = cookieDomainOf(host);
  if (domain === undefined) return undefined;
  const chatHost = chatHosts.find((known) => known === host);
  if (chatHost !== undefined) return { kind: 'chat', chatHost, domain, cookieDomain: `.${domain}`, port };
  const kind = host === 'stackexchange.com' ? 'front' : 'main';
  return { kind, chatHost: chatOf(domain, host), domain, cookieDomain: `.${domain}`, port };
}

/**
 * True when a page of this origin may open a socket: a chat server, or the emulator itself. Old clients still name a chat server by
 * `http:`, and those that were pointed here by its name add the port of the emulator.
 */
export function isChatOrigin(origin: string | undefined, port: string): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (isLoopback(url.hostname)) return url.port === port;
  return chatHosts.some((host) => host === url.hostname) && (url.port === '' || url.port === port);
}

function chatOf(domain: string, host: string): ChatHost {
  if (domain === 'stackoverflow.com') return 'chat.stackoverflow.com';
  return host === 'meta.stackexchange.com' ? 'chat.meta.stackexchange.com' : 'chat.stackexchange.com';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function portOf(hostHeader: string): string | undefined {
  const [, port] = /:(\d+)$/.exec(hostHeader) ?? [];
  return port === '443' ? undefined : port;
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
