import type { CallOptions, Http, Pages } from '@x/http-core';
import { offsetPages } from '../offset-pages.js';
import { partsOf } from '../parts.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type { AppUserResponse } from '../types/app-user.js';
import type { Channel, ChannelLink, ChannelsPage } from '../types/channel.js';
import type { Open } from '../types/open.js';
import type { Smooch } from '../types/smooch.js';
import { userPath } from './app-users.js';

/** `POST /appusers/{user}/channels` */
export async function linkChannel(
  http: Http,
  userId: string,
  link: ChannelLink,
  call?: CallOptions,
): Promise<AppUserResponse> {
  return http.json('POST', `${userPath(userId)}/channels`, { ...call, json: link });
}

/** `DELETE /appusers/{user}/channels/{channel}` */
export async function unlinkChannel(
  http: Http,
  userId: string,
  channel: string,
  call?: CallOptions,
): Promise<void> {
  return remove(http, userPath(userId) + path`/channels/${channel}`, call);
}

/** The channels through which an app user can be reached. */
export interface Channels {
  /** @see `GET /appusers/{userId}/channels` */
  list(userId: string, call?: CallOptions): Pages<Channel, ChannelsPage>;
  /**
   * Asks for another channel of a user. It is among the `pendingClients` until they agree, which `link:success` tells.
   *
   * @see `POST /appusers/{userId}/channels`
   */
  link(userId: string, link: ChannelLink, call?: CallOptions): Promise<AppUserResponse>;
  /**
   * Takes a channel away from a user, by its type.
   *
   * @see `DELETE /appusers/{userId}/channels/{channel}`
   */
  unlink(userId: string, channel: string, call?: CallOptions): Promise<void>;
  /**
   * Asks the user once more to agree to a channel.
   *
   * @see `POST /appusers/{userId}/integrations/{channel}/ping`
   */
  ping(userId: string, channel: string, call?: CallOptions): Promise<void>;
  /**
   * A picture to scan, by which the user links a channel. Its shape is documented nowhere.
   *
   * @see `GET /appusers/{userId}/integrations/{channel}/qrcode`
   */
  qrCode(
    userId: string,
    channel: Open<'viber' | 'wechat'>,
    call?: CallOptions,
  ): Promise<Readonly<Record<string, unknown>>>;
}

/**
 * The channels of app users. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { channels, type Smooch } from '@x/smooch';
 *
 * export const textTo = (smooch: Smooch, userId: string, phoneNumber: string) =>
 *   channels(smooch).link(userId, { type: 'twilio', phoneNumber, confirmation: { type: 'prompt' } });
 * ```
 */
export function channels(smooch: Smooch): Channels {
  const { app } = partsOf(smooch);
  return {
    list: (userId, call) => offsetPages(app, () => `${userPath(userId)}/channels`, 'channels', {}, call),
    link: (userId, link, call) => linkChannel(app, userId, link, call),
    unlink: (userId, channel, call) => unlinkChannel(app, userId, channel, call),
    ping: async (userId, channel, call) => {
      await app.json('POST', userPath(userId) + path`/integrations/${channel}/ping`, call);
    },
    qrCode: async (userId, channel, call) =>
      app.json('GET', userPath(userId) + path`/integrations/${channel}/qrcode`, call),
  };
}
