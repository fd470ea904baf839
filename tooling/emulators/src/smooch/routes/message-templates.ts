import { badRequest, conflict, notFound } from '../errors.js';
import { jsonBody } from '../input/body.js';
import { optionalArray, requiredString } from '../input/fields.js';
import type { Service } from '../service.js';
import { requireWhatsApp } from '../state/integrations.js';
import type { Fields, Integration } from '../state/model/index.js';
import { present, type Wire } from '../views/common/wire.js';
import { readLimit } from './limit-offset.js';
import { parameter, type Call, type Route } from './route.js';

const all = '/integrations/:integration/messageTemplates';

/** The templates that WhatsApp approves, of an integration with it. */
export function messageTemplateRoutes(service: Service): Route[] {
  const { store, ids, switches } = service;
  const target = (call: Call): Integration =>
    requireWhatsApp(store, call.app.id, parameter(call, 'integration'));
  return [
    {
      method: 'GET',
      path: all,
      handle: (call) => ({
        body: pageOf(target(call).messageTemplates, call.query, switches.messageTemplatesCursor),
      }),
    },
    {
      method: 'POST',
      path: all,
      async handle(call) {
        const body = await jsonBody(call.request);
        const integration = target(call);
        const name = requiredString(body, 'name');
        const language = requiredString(body, 'language');
        const isThere = integration.messageTemplates.some(
          (template) => template['name'] === name && template['language'] === language,
        );
        if (isThere) throw conflict('Message template already exists');
        const messageTemplate: Fields = {
          category: requiredString(body, 'category'),
          name,
          language,
          components: optionalArray(body, 'components') ?? [],
          status: 'PENDING',
          id: ids.number(15),
        };
        integration.messageTemplates = [...integration.messageTemplates, messageTemplate];
        return { status: 201, body: { messageTemplate } };
      },
    },
    {
      method: 'DELETE',
      path: `${all}/:name`,
      handle(call) {
        const integration = target(call);
        const name = parameter(call, 'name');
        const left = integration.messageTemplates.filter((template) => template['name'] !== name);
        if (left.length === integration.messageTemplates.length) throw notFound('Message template');
        integration.messageTemplates = left;
        return { body: {} };
      },
    },
  ];
}

/**
 * A part of the templates: from the one `after` a cursor on, which is also called `next`, or back from `previous`. Nobody
 * documents how an answer tells of more: it has the cursor under the name by which the next call is to give it.
 */
function pageOf(templates: readonly Fields[], query: URLSearchParams, cursor: 'after' | 'next'): Wire {
  const found = templates.filter((template) =>
    ['name', 'status'].every((field) => (query.get(field) ?? template[field]) === template[field]),
  );
  const limit = readLimit(query);
  const placeOf = (value: string): number => {
    const index = found.findIndex((template) => cursorOf(template) === value);
    if (index === -1) throw badRequest('Invalid cursor');
    return index;
  };
  const after = query.get('after') ?? query.get('next');
  const previous = query.get('previous');
  const start =
    after !== null ? placeOf(after) + 1 : previous === null ? 0 : Math.max(0, placeOf(previous) - limit);
  const messageTemplates = found.slice(start, previous === null ? start + limit : placeOf(previous));
  const [first] = messageTemplates;
  const last = messageTemplates.at(-1);
  const hasMore = last !== undefined && last !== found.at(-1);
  return present({
    messageTemplates,
    [cursor]: hasMore ? cursorOf(last) : undefined,
    previous: cursor === 'next' && first !== undefined && first !== found[0] ? cursorOf(first) : undefined,
  });
}

function cursorOf(template: Fields): string {
  return Buffer.from(String(template['id'])).toString('base64url');
}
