import { badRequest, notFound } from '../../errors.js';
import { formBody, jsonBody, sourceFile } from '../../input/body.js';
import { mediaUrl } from '../../media/addresses.js';
import { storeUpload } from '../../media/upload.js';
import type { Service } from '../../service.js';
import { removeAttachment } from '../../state/attachments.js';
import { requiredString } from '../../input/fields.js';
import type { AppCall, V2Route } from '../route.js';

export function attachmentRoutes(service: Service): V2Route[] {
  return [
    {
      method: 'POST',
      path: '/attachments',
      async handle(call) {
        const form = await formBody(call.request);
        const attachment = await storeUpload(service, sourceFile(form), {
          appId: call.app.id,
          forUserId: undefined,
          conversationId: conversationIdOf(service, call),
          at: `sc/attachments/v2/${service.ids.ulid(service.clock.now())}`,
        });
        const { mediaType } = attachment;
        return {
          status: 201,
          body: { attachment: { mediaUrl: mediaUrl(service, attachment), mediaType } },
        };
      },
    },
    {
      method: 'POST',
      path: '/attachments/remove',
      async handle({ app, request }) {
        removeAttachment(service, app, requiredString(await jsonBody(request), 'mediaUrl'));
        return { body: {} };
      },
    },
  ];
}

/** The conversation whose messages the file is for, if it is for one. */
function conversationIdOf({ store }: Service, { app, query }: AppCall): string | undefined {
  if (query.get('access') !== 'public') {
    throw badRequest("'access' should be equal to one of the allowed values");
  }
  const purpose = query.get('for');
  if (purpose === null) return undefined;
  if (purpose !== 'message') throw badRequest("'for' should be equal to one of the allowed values");
  const id = query.get('conversationId');
  if (id === null) throw badRequest("should have required property 'conversationId'");
  if (store.conversations.get(id)?.appId !== app.id) throw notFound('Conversation');
  return id;
}
