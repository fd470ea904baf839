import { badRequest, conflict, notFound } from '../errors.js';
import { jsonBody } from '../input/body.js';
import { optionalString, requiredObject, requiredString, type Body } from '../input/fields.js';
import { readMessage } from '../input/message.js';
import type { Service } from '../service.js';
import { withStoredMedia } from '../state/media.js';
import type { Template } from '../state/model/index.js';
import { templateNamed } from '../state/shorthand.js';
import { viewTemplate } from '../views/common/template.js';
import { slice } from './limit-offset.js';
import { parameter, type Call, type Route } from './route.js';

/** Messages that are kept under a name and sent by `%((template:name))%`. */
export function templateRoutes(service: Service): Route[] {
  const { store, ids } = service;
  const target = (call: Call): Template => {
    const found = store.templates.get(parameter(call, 'template'));
    if (found?.appId !== call.app.id) throw notFound('Template');
    return found;
  };
  const read = (body: Body, { version }: Call): Template['message'] => {
    const { role, content } = readMessage(requiredObject(body, 'message'), version, ids);
    return { role, content: withStoredMedia(service, content) };
  };
  const requireFreeName = (call: Call, name: string, own?: Template): void => {
    if (!/^[^\s()]+$/.test(name)) throw badRequest("'name' should not hold spaces or parentheses");
    const other = templateNamed(store, call.app.id, name);
    if (other !== undefined && other !== own) throw conflict('Template already exists');
  };
  return [
    {
      method: 'GET',
      path: '/templates',
      handle(call) {
        const found = [...store.templates.values()].filter(({ appId }) => appId === call.app.id);
        const { items, ...rest } = slice(call, found);
        return { body: { templates: items.map(viewTemplate), ...rest } };
      },
    },
    {
      method: 'POST',
      path: '/templates',
      async handle(call) {
        const body = await jsonBody(call.request);
        const name = requiredString(body, 'name');
        const message = read(body, call);
        requireFreeName(call, name);
        const template: Template = { id: ids.object(), appId: call.app.id, name, message };
        store.templates.set(template.id, template);
        return { status: 201, body: { template: viewTemplate(template) } };
      },
    },
    {
      method: 'GET',
      path: '/templates/:template',
      handle: (call) => ({ body: { template: viewTemplate(target(call)) } }),
    },
    {
      method: 'PUT',
      path: '/templates/:template',
      async handle(call) {
        const body = await jsonBody(call.request);
        const template = target(call);
        const name = optionalString(body, 'name') ?? template.name;
        requireFreeName(call, name, template);
        template.message = body['message'] === undefined ? template.message : read(body, call);
        template.name = name;
        return { body: { template: viewTemplate(template) } };
      },
    },
    {
      method: 'DELETE',
      path: '/templates/:template',
      handle(call) {
        store.templates.delete(target(call).id);
        return { body: {} };
      },
    },
  ];
}
