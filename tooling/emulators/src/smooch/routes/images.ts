import { formBody, sourceFile, textFields } from '../input/body.js';
import { readText } from '../input/content.js';
import { readAuthor } from '../input/message.js';
import { mediaUrl } from '../media/addresses.js';
import { storeUpload } from '../media/upload.js';
import type { Service } from '../service.js';
import { defaultConversation } from '../state/conversations.js';
import { postMessage, type Added } from '../state/messages.js';
import type { User } from '../state/model/index.js';
import { requireUser } from '../state/users.js';
import { withParsedMetadata } from '../input/form-metadata.js';
import { messageReply, requireRole } from './messages.js';
import { parameter, type Call, type Route } from './route.js';

export function imageRoutes(service: Service): Route[] {
  return [
    {
      method: 'POST',
      reach: 'integration',
      path: '/appusers/:user/images',
      openToAppUser: true,
      async handle(call) {
        const { user, ...added } = await postImage(service, call);
        return messageReply(call, user, added);
      },
    },
  ];
}

/** Keeps an uploaded picture and posts it as a message. */
export async function postImage(service: Service, call: Call): Promise<Added & { readonly user: User }> {
  const form = await formBody(call.request);
  const fields = withParsedMetadata(textFields(form));
  const author = readAuthor(fields);
  const text = readText(fields);
  const file = sourceFile(form);
  requireRole(call, author.role);
  const user = requireUser(service.store, call.app.id, parameter(call, 'user'));
  const attachment = await storeUpload(service, file, {
    appId: call.app.id,
    forUserId: user.id,
    conversationId: defaultConversation(service.store, user)?.id,
    accepts: (mediaType) => mediaType.startsWith('image/'),
  });
  const added = postMessage(service, call.app, user, {
    ...author,
    content: {
      type: 'image',
      text,
      mediaUrl: mediaUrl(service, attachment),
      mediaType: attachment.mediaType,
      mediaSize: attachment.bytes.byteLength,
      altText: undefined,
      actions: [],
    },
  });
  return { user, ...added };
}
