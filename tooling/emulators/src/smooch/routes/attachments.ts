import { badRequest } from '../errors.js';
import { formBody, jsonBody, sourceFile } from '../input/body.js';
import { requiredString } from '../input/fields.js';
import { mediaUrl } from '../media/addresses.js';
import { storeUpload, type UploadOwner } from '../media/upload.js';
import type { Service } from '../service.js';
import { removeAttachment } from '../state/attachments.js';
import { defaultConversation } from '../state/conversations.js';
import { requireUser } from '../state/users.js';
import type { Call, Route } from './route.js';

export function attachmentRoutes(service: Service): Route[] {
  return [
    {
      method: 'POST',
      reach: 'integration',
      path: '/attachments',
      async handle(call) {
        const form = await formBody(call.request);
        const owner = ownerOf(service, call);
        const attachment = await storeUpload(service, sourceFile(form), owner);
        return {
          status: 201,
          body: { mediaUrl: mediaUrl(service, attachment), mediaType: attachment.mediaType },
        };
      },
    },
    {
      method: 'POST',
      reach: 'integration',
      path: '/attachments/remove',
      async handle(call) {
        removeAttachment(service, call.app, requiredString(await jsonBody(call.request), 'mediaUrl'));
        return { body: {} };
      },
    },
  ];
}

/** Whom the file is for: the app, or with `for=message` the conversation of a user, who must then be named. */
function ownerOf(service: Service, { app, query }: Call): UploadOwner {
  if (query.get('access') !== 'public') {
    throw badRequest("'access' should be equal to one of the allowed values");
  }
  const purpose = query.get('for');
  if (purpose === null) return { appId: app.id, forUserId: undefined, conversationId: undefined };
  if (purpose !== 'message') throw badRequest("'for' should be equal to one of the allowed values");
  const reference = query.get('appUserId') ?? query.get('userId');
  if (reference === null) throw badRequest("should have required property 'appUserId' or 'userId'");
  const user = requireUser(service.store, app.id, reference);
  return {
    appId: app.id,
    forUserId: user.id,
    conversationId: defaultConversation(service.store, user)?.id,
  };
}
