import type { CallOptions } from '@x/http-core';
import type { Media } from '../media/media.js';
import { sendMedia } from '../media/send.js';
import { appPath } from './calls.js';
import type { Sunshine } from './client.js';
import type { AttachmentResponse } from './types/attachment.js';

/** `POST /v2/apps/{appId}/attachments`: keeps a file for the app, or for a conversation and as long as that. */
export function uploadAttachment(
  sunshine: Sunshine,
  media: Media,
  owner: { readonly for?: 'message' | undefined; readonly conversationId?: string | undefined },
  call: CallOptions = {},
): Promise<AttachmentResponse> {
  const query = { access: 'public', ...owner };
  return sendMedia(sunshine.http, 'POST', `${appPath(sunshine)}/attachments`, media, {}, { ...call, query });
}
