/** A site with questions, answers and accounts, whose login the chat uses. */
export interface MainSite {
  readonly name: string;
  readonly host: string;
}

/** A chat server and the site whose accounts it takes. */
export interface ChatSite {
  readonly host: ChatHost;
  readonly name: string;
  readonly login: MainSite;
  /** The cookie that holds the session of the chat. */
  readonly cookie: 'chatusr' | 'sechatusr';
  /** Whether a room belongs to a site of the network that is not this one. */
  readonly roomsHaveSites: boolean;
}

export type ChatHost = 'chat.stackexchange.com' | 'chat.stackoverflow.com' | 'chat.meta.stackexchange.com';

const stackOverflow: MainSite = { name: 'Stack Overflow', host: 'stackoverflow.com' };
const metaStackExchange: MainSite = { name: 'Meta Stack Exchange', host: 'meta.stackexchange.com' };

export const chatSites: Readonly<Record<ChatHost, ChatSite>> = {
  'chat.stackexchange.com': {
    host: 'chat.stackexchange.com',
    name: 'Stack Exchange',
    login: metaStackExchange,
    cookie: 'sechatusr',
    roomsHaveSites: true,
  },
  'chat.stackoverflow.com': {
    host: 'chat.stackoverflow.com',
    name: 'Stack Overflow',
    login: stackOverflow,
    cookie: 'chatusr',
    roomsHaveSites: false,
  },
  'chat.meta.stackexchange.com': {
    host: 'chat.meta.stackexchange.com',
    name: 'Meta Stack Exchange',
    login: metaStackExchange,
    cookie: 'chatusr',
    roomsHaveSites: false,
  },
};

export const chatHosts = Object.keys(chatSites) as readonly ChatHost[];

/** Sites of the network outside `stackexchange.com` that have a domain of their own. */
const ownDomains: ReadonlySet<string> = new Set([
  'stackoverflow.com',
  'superuser.com',
  'serverfault.com',
  'askubuntu.com',
  'mathoverflow.net',
  'stackapps.com',
]);

/** Sites that have rooms on `chat.stackexchange.com`; the network has some more. */
const sitesWithRooms: readonly MainSite[] = [
  metaStackExchange,
  { name: 'Super User', host: 'superuser.com' },
  { name: 'Server Fault', host: 'serverfault.com' },
  { name: 'Ask Ubuntu', host: 'askubuntu.com' },
  { name: 'Mathematics', host: 'math.stackexchange.com' },
  { name: 'English Language & Usage', host: 'english.stackexchange.com' },
  { name: 'The Workplace', host: 'workplace.stackexchange.com' },
];

/** The sites that a room of this chat server can belong to. */
export function sitesOfRooms({ roomsHaveSites, login }: ChatSite): readonly MainSite[] {
  return roomsHaveSites ? sitesWithRooms : [login];
}

/** The name of a main site, or its host when it has none here. */
export function siteNameOf(host: string): string {
  return [stackOverflow, ...sitesWithRooms].find((site) => site.host === host)?.name ?? host;
}

/** The domain that the cookies of a host of the network are for; undefined for hosts of others. */
export function cookieDomainOf(host: string): string | undefined {
  const domain = host.split('.').slice(-2).join('.');
  return domain === 'stackexchange.com' || ownDomains.has(domain) ? domain : undefined;
}

/** Whether a link to this host stays within the network. */
export function isNetworkHost(host: string): boolean {
  return cookieDomainOf(host) !== undefined;
}
