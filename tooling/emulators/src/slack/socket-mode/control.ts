import type { Service } from '../service.js';
import type { ConnectionCut } from '../sockets/socket-connection.js';
import type { App, Conversation, User } from '../state/model.js';
import type { SocketModeDelivery } from './delivery.js';
import { deliverEvent, usersOf, verificationToken } from './events-api.js';
import type { Link } from './link.js';
import type { SentEnvelopeAnswer } from './link-hub.js';
import { recycle } from './lifetime.js';
import type { ResponsePost, ResponseUrls } from './response-urls.js';

/** An open Socket Mode connection. */
export interface OpenLink {
  readonly id: string;
  readonly appId: string;
  readonly token: string;
  /** Milliseconds since 1970 by the emulator's clock. */
  readonly openedAt: number;
}

/** Where and by whom a command is given or a button pressed. Users and channels are named by id or by name. */
export interface Occasion {
  /** Default: the first channel. */
  readonly channel?: string;
  /** Default: the first member of the channel who is no bot. */
  readonly user?: string;
}

export interface SlashCommand extends Occasion {
  /** With its slash. */
  readonly command: string;
  /** What follows it. Default: nothing. */
  readonly text?: string;
}

/** What happens over Socket Mode. Where an app can be named, leaving it out means the one with granular scopes; where a connection can, all. */
export interface SocketModeControl {
  /** The open connections, oldest first. */
  connections(): readonly OpenLink[];
  /** Everything that was to be delivered, oldest first, with what became of it. */
  deliveries(): readonly SocketModeDelivery[];
  /** Everything that arrived over connections, oldest first. */
  readonly sends: readonly SentEnvelopeAnswer[];
  /** What was posted to a `response_url`. */
  readonly responses: readonly ResponsePost[];
  /** Delivers an event of one's own to an app, whatever it subscribed to. */
  event(event: Readonly<Record<string, unknown>>, appId?: string): void;
  /** Delivers a payload of type `events_api` that carries no event, such as `app_rate_limited`. */
  notice(payload: Readonly<Record<string, unknown>>, appId?: string): void;
  /** Somebody gives a command. */
  slashCommand(command: SlashCommand, appId?: string): SocketModeDelivery;
  /** Somebody presses, chooses or submits something: the payload by its type, with what the service adds to each. */
  interactive(
    payload: Readonly<Record<string, unknown>> & { readonly type: string },
    occasion?: Occasion,
    appId?: string,
  ): SocketModeDelivery;
  /** Names the events that an app is told of, messages by `message` or `message.channels` and the like; undefined for all. */
  subscribe(types: readonly string[] | undefined, appId?: string): void;
  /** Names the domains whose links an app shows previews of: messages that lead there also come as `link_shared`. Default: none. */
  watchLinks(domains: readonly string[], appId?: string): void;
  /** Switches Socket Mode on or off for an app. Off, its connections end with `link_disabled`. */
  enable(on: boolean, appId?: string): void;
  /** Says that connections will soon be recycled; that is all it does. */
  warn(connectionId?: string): void;
  /** Recycles connections now: `refresh_requested`, and the end. */
  refresh(connectionId?: string): void;
  /** Ends connections at once, or makes them useless. `code` is for `close`. */
  cut(how: ConnectionCut, options?: { readonly connectionId?: string; readonly code?: number }): void;
  /** Sends something of one's own: an object as JSON, a text or bytes as they are. */
  send(data: object | string | Uint8Array, connectionId?: string): void;
}

/** The kinds of interaction whose acknowledgement may carry an answer. */
const answered: ReadonlySet<string> = new Set([
  'view_submission',
  'block_suggestion',
  'dialog_suggestion',
  'dialog_submission',
]);

export function createSocketModeControl(service: Service, responseUrls: ResponseUrls): SocketModeControl {
  const { links, store, ids } = service;
  const appOf = (id: string | undefined): App => {
    const app = [...store.apps.values()].find((candidate) =>
      id === undefined ? !candidate.classic : candidate.id === id,
    );
    if (app === undefined) throw new RangeError(`There is no app ${id ?? 'with granular scopes'}.`);
    return app;
  };
  const chosen = (connectionId: string | undefined): Link[] => {
    const found = [...links.links].filter(({ id }) => connectionId === undefined || id === connectionId);
    if (connectionId !== undefined && found.length === 0) {
      throw new RangeError(`There is no open connection ${connectionId}.`);
    }
    return found;
  };
  const responseUrl = (kind: 'commands' | 'actions'): string =>
    responseUrls.issue(`/${kind}/${store.team.id}/${ids.ticket().slice(0, 12)}/${ids.ticket().slice(0, 24)}`);

  return {
    connections: () =>
      [...links.links].map(({ id, session: { appId, token }, openedAt }) => ({ id, appId, token, openedAt })),
    deliveries: () => links.deliveries,
    sends: links.sends,
    responses: responseUrls.posts,
    event(event, appId) {
      const app = appOf(appId);
      deliverEvent(service, app, event, usersOf(service, app)[0]);
    },
    notice(payload, appId) {
      const app = appOf(appId);
      links.deliver({
        appId: app.id,
        type: 'events_api',
        acceptsResponse: false,
        payload: { token: verificationToken, team_id: store.team.id, api_app_id: app.id, ...payload },
      });
    },
    slashCommand({ command, text = '', ...occasion }, appId) {
      const app = appOf(appId);
      const { channel, user } = occasionOf(service, occasion);
      return links.deliver({
        appId: app.id,
        type: 'slash_commands',
        acceptsResponse: true,
        payload: {
          token: verificationToken,
          team_id: store.team.id,
          team_domain: store.team.domain,
          channel_id: channel.id,
          channel_name: nameShown(channel),
          user_id: user.id,
          user_name: user.name,
          command,
          text,
          api_app_id: app.id,
          is_enterprise_install: 'false',
          response_url: responseUrl('commands'),
          trigger_id: service.triggers.issue(app.id, user.id),
        },
      });
    },
    interactive(payload, occasion = {}, appId) {
      const app = appOf(appId);
      const { channel, user } = occasionOf(service, occasion);
      const isOfView = payload.type.startsWith('view_');
      return links.deliver({
        appId: app.id,
        type: 'interactive',
        acceptsResponse: answered.has(payload.type),
        payload: {
          team: { id: store.team.id, domain: store.team.domain },
          user: { id: user.id, username: user.name, name: user.name, team_id: store.team.id },
          api_app_id: app.id,
          token: verificationToken,
          trigger_id: service.triggers.issue(app.id, user.id),
          ...(isOfView
            ? {}
            : {
                channel: { id: channel.id, name: nameShown(channel) },
                response_url: responseUrl('actions'),
              }),
          enterprise: null,
          is_enterprise_install: false,
          ...payload,
        },
      });
    },
    watchLinks(domains, appId) {
      links.domains.set(appOf(appId).id, domains);
    },
    subscribe(types, appId) {
      const { id } = appOf(appId);
      if (types === undefined) links.subscriptions.delete(id);
      else links.subscriptions.set(id, new Set(types));
    },
    enable(on, appId) {
      const { id } = appOf(appId);
      if (on) {
        links.disabled.delete(id);
        return;
      }
      links.disabled.add(id);
      for (const link of links.linksOf(id)) {
        link.announce('link_disabled');
        link.close();
      }
    },
    warn(connectionId) {
      for (const link of chosen(connectionId)) link.announce('warning');
    },
    refresh(connectionId) {
      for (const link of chosen(connectionId)) recycle(link);
    },
    cut(how, { connectionId, code } = {}) {
      for (const link of chosen(connectionId)) link.cut(how, code);
    },
    send(data, connectionId) {
      const isRaw = typeof data === 'string' || data instanceof Uint8Array;
      for (const link of chosen(connectionId)) {
        if (isRaw) link.sendRaw(data);
        else link.send(Object.fromEntries(Object.entries(data)));
      }
    },
  };
}

function occasionOf(
  { store }: Service,
  where: Occasion,
): { readonly channel: Conversation; readonly user: User } {
  const named = <Item extends { readonly id: string; readonly name: string }>(
    items: Iterable<Item>,
    reference: string | undefined,
    what: string,
  ): Item => {
    for (const item of items) {
      if (reference === undefined || item.id === reference || item.name === reference) return item;
    }
    throw new RangeError(`There is no ${what} ${reference ?? 'at all'}.`);
  };
  const channel = named(store.conversations.values(), where.channel, 'channel');
  const people = [...store.users.values()].filter(
    ({ id, botId }) => where.user !== undefined || (botId === undefined && channel.members.has(id)),
  );
  return { channel, user: named(people, where.user, 'user') };
}

function nameShown({ kind, name }: Conversation): string {
  return kind === 'im' ? 'directmessage' : kind === 'private' ? 'privategroup' : name;
}
