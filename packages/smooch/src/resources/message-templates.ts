import type { CallOptions, Pages } from '@x/http-core';
import { messageTemplatePages } from '../message-template-pages.js';
import { partsOf } from '../parts.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type {
  MessageTemplate,
  MessageTemplateContent,
  MessageTemplateResponse,
  MessageTemplatesPage,
  MessageTemplatesQuery,
} from '../types/message-template.js';
import type { Smooch } from '../types/smooch.js';

/** The templates that WhatsApp keeps, by integration. */
export interface MessageTemplates {
  /**
   * Those that there are, or that are asked for; with `previous` read back, the last one first. How a page tells of the next is
   * documented nowhere: an `after` or a `next` in it is followed.
   *
   * @see `GET /integrations/{integrationId}/messageTemplates`
   */
  list(
    integrationId: string,
    query?: MessageTemplatesQuery,
    call?: CallOptions,
  ): Pages<MessageTemplate, MessageTemplatesPage>;
  /**
   * Hands one in. WhatsApp accepts it, or does not.
   *
   * @see `POST /integrations/{integrationId}/messageTemplates`
   */
  create(
    integrationId: string,
    template: MessageTemplateContent,
    call?: CallOptions,
  ): Promise<MessageTemplateResponse>;
  /** @see `DELETE /integrations/{integrationId}/messageTemplates/{name}` */
  delete(integrationId: string, name: string, call?: CallOptions): Promise<void>;
}

/**
 * The templates of WhatsApp integrations. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { messageTemplates, type Smooch } from '@x/smooch';
 *
 * export async function accepted(smooch: Smooch, integrationId: string): Promise<string[]> {
 *   const found = await messageTemplates(smooch).list(integrationId, { status: 'APPROVED' }).toArray();
 *   return found.map(({ name }) => name);
 * }
 * ```
 */
export function messageTemplates(smooch: Smooch): MessageTemplates {
  const { app } = partsOf(smooch);
  const at = (integrationId: string): string => path`/integrations/${integrationId}/messageTemplates`;
  return {
    list: (integrationId, query = {}, call) =>
      messageTemplatePages(app, () => at(integrationId), query, call),
    create: async (integrationId, json, call) => app.json('POST', at(integrationId), { ...call, json }),
    delete: async (integrationId, name, call) => remove(app, at(integrationId) + path`/${name}`, call),
  };
}
