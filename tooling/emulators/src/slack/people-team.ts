import { find } from './lookups.js';
import { renderBot } from './render/bot.js';
import { teamUrl } from './render/team.js';
import { renderUser } from './render/user.js';
import type { Service } from './service.js';
import { toTeam, toUser, toViewers } from './state/audiences.js';
import { familyOf } from './state/channel-notices.js';
import { addBot } from './world/seed-users.js';

/** What those who run the team do, and what people set for themselves. Everything is named by id or by name. */
export interface SlackTeamPeople {
  renameTeam(name: string): void;
  /** Moves the team to another name below `slack.com`. */
  changeDomain(domain: string): void;
  /** Somebody sets something for themselves, which their own screens are told. */
  setPref(user: string, name: string, value: unknown): void;
  /** A classic app gets another bot, and with it a user; the result is the id of the bot. */
  addBot(name: string): string;
  renameBot(bot: string, name: string): void;
  /** Takes a channel away for good. */
  deleteChannel(channel: string, user: string): void;
}

export function createTeamPeople(service: Service): SlackTeamPeople {
  const { store, timestamps } = service;
  const now = (): number => Math.floor(service.clock.now() / 1_000);
  const tellOfBot = (type: 'bot_added' | 'bot_changed', bot: object): void => {
    service.publish(toTeam({ type, bot, cache_ts: now(), event_ts: timestamps.next() }));
  };
  return {
    renameTeam(name) {
      store.team = { ...store.team, name };
      service.publish(toTeam({ type: 'team_rename', name, event_ts: timestamps.next() }));
    },
    changeDomain(domain) {
      store.team = { ...store.team, domain };
      const url = teamUrl(store.team);
      service.publish(toTeam({ type: 'team_domain_change', url, domain, event_ts: timestamps.next() }));
    },
    setPref(user, name, value) {
      const { id } = find(store.users, user, 'user');
      store.prefs.set(id, { ...store.prefs.get(id), [name]: value });
      service.publish(toUser(id, { type: 'pref_change', name, value, event_ts: timestamps.next() }));
    },
    addBot(name) {
      const app = [...store.apps.values()].find(({ classic }) => classic);
      if (app === undefined) throw new RangeError('There is no classic app.');
      const user = addBot(service, app, name, name);
      const bot = find(store.bots, user.botId ?? '', 'bot');
      tellOfBot('bot_added', renderBot(bot));
      const event_ts = timestamps.next();
      service.publish(
        toTeam({ type: 'team_join', user: renderUser(store, user), cache_ts: now(), event_ts }),
      );
      return bot.id;
    },
    renameBot(reference, name) {
      const bot = { ...find(store.bots, reference, 'bot'), name, updated: now() };
      store.bots.set(bot.id, bot);
      tellOfBot('bot_changed', renderBot(bot));
    },
    deleteChannel(channel, user) {
      const conversation = find(store.conversations, channel, 'channel');
      const { id: actor_id } = find(store.users, user, 'user');
      const type = `${familyOf(conversation)}_deleted`;
      store.conversations.delete(conversation.id);
      const event_ts = timestamps.next();
      service.publish(toViewers(conversation, { type, channel: conversation.id, actor_id, event_ts }));
    },
  };
}
