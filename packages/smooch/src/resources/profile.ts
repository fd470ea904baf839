import type { CallOptions } from '@x/http-core';
import { toMedia, type MediaNaming, type MediaSource } from '../media/source.js';
import { sendMedia } from '../media/send.js';
import { partsOf } from '../parts.js';
import { path } from '../path.js';
import type { IntegrationProfile, PhotoResponse, ProfileResponse } from '../types/profile.js';
import type { Smooch } from '../types/smooch.js';

/** What WhatsApp shows of the business, by integration. */
export interface Profile {
  /** @see `GET /integrations/{integrationId}/profile` */
  get(integrationId: string, call?: CallOptions): Promise<ProfileResponse>;
  /** @see `PUT /integrations/{integrationId}/profile` */
  update(integrationId: string, profile: IntegrationProfile, call?: CallOptions): Promise<void>;
  /**
   * Uploads the picture. A stream is read into memory first.
   *
   * @see `PUT /integrations/{integrationId}/profile/photo`
   */
  uploadPhoto(
    integrationId: string,
    source: MediaSource,
    naming?: MediaNaming,
    call?: CallOptions,
  ): Promise<PhotoResponse>;
}

/**
 * The profiles of WhatsApp integrations. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { profile, type Smooch } from '@x/smooch';
 *
 * export async function present(smooch: Smooch, integrationId: string): Promise<void> {
 *   await profile(smooch).update(integrationId, { about: 'Tents and boots', websites: ['https://example.com'] });
 * }
 * ```
 */
export function profile(smooch: Smooch): Profile {
  const { app } = partsOf(smooch);
  const at = (integrationId: string): string => path`/integrations/${integrationId}/profile`;
  return {
    get: async (integrationId, call) => app.json('GET', at(integrationId), call),
    update: async (integrationId, json, call) => {
      await app.json('PUT', at(integrationId), { ...call, json });
    },
    async uploadPhoto(integrationId, source, naming = {}, call = {}) {
      const target = `${at(integrationId)}/photo`;
      const media = await toMedia(source, naming, call.signal);
      return sendMedia(app, 'PUT', target, media, {}, call);
    },
  };
}
