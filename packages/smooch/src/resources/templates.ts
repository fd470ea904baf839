import type { CallOptions, Pages } from '@x/http-core';
import { checkMessage } from '../checks/message.js';
import { refuseArgument } from '../errors.js';
import { offsetPages } from '../offset-pages.js';
import { partsOf } from '../parts.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type { PageOptions } from '../types/page.js';
import type { Smooch } from '../types/smooch.js';
import type { Template, TemplateContent, TemplateResponse, TemplatesPage } from '../types/template.js';

/** Messages that are kept under names. `template` of the shorthand sends one. */
export interface Templates {
  /** @see `GET /templates` */
  list(options?: PageOptions, call?: CallOptions): Pages<Template, TemplatesPage>;
  /** @see `GET /templates/{templateId}` */
  get(templateId: string, call?: CallOptions): Promise<TemplateResponse>;
  /** @see `POST /templates` */
  create(template: TemplateContent, call?: CallOptions): Promise<TemplateResponse>;
  /** @see `PUT /templates/{templateId}` */
  update(
    templateId: string,
    changes: Partial<TemplateContent>,
    call?: CallOptions,
  ): Promise<TemplateResponse>;
  /** @see `DELETE /templates/{templateId}` */
  delete(templateId: string, call?: CallOptions): Promise<void>;
}

/**
 * The templates of a client's app. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { templates, type Smooch } from '@x/smooch';
 *
 * export async function names(smooch: Smooch): Promise<string[]> {
 *   const found: string[] = [];
 *   for await (const { name } of templates(smooch).list({ limit: 100 })) found.push(name);
 *   return found;
 * }
 * ```
 */
export function templates(smooch: Smooch): Templates {
  const { app, checks } = partsOf(smooch);
  const at = (templateId: string): string => path`/templates/${templateId}`;
  const checked = <Content extends Partial<TemplateContent>>(template: Content): Content => {
    if (checks && template.message !== undefined) checkMessage(refuseArgument, template.message);
    return template;
  };
  return {
    list: (options = {}, call) => offsetPages(app, () => '/templates', 'templates', { ...options }, call),
    get: async (templateId, call) => app.json('GET', at(templateId), call),
    create: async (template, call) => app.json('POST', '/templates', { ...call, json: checked(template) }),
    update: async (templateId, changes, call) =>
      app.json('PUT', at(templateId), { ...call, json: checked(changes) }),
    delete: async (templateId, call) => remove(app, at(templateId), call),
  };
}
