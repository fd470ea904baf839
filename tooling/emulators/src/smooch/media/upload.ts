import { entityTooLarge, unsupportedMediaType } from '../errors.js';
import type { Service } from '../service.js';
import type { Attachment } from '../state/model/index.js';
import { mediaPath, pathUnder } from './addresses.js';
import { isProgram, sniff } from './sniff.js';
import { extensionOf, mediaTypeOfName } from './types.js';

/** 50 MB. */
export const uploadLimit = 50 * 1024 * 1024;

export interface UploadOwner {
  readonly appId: string;
  /** The user whose conversation the file belongs to, if it belongs to one. */
  readonly forUserId: string | undefined;
  readonly conversationId: string | undefined;
  /** The folder of its address. Default: as v1.1 puts its files. */
  readonly at?: string;
  /** Which of the types that the service knows are wanted here. Default: all. */
  readonly accepts?: (mediaType: string) => boolean;
}

/** Checks a file as the service does and keeps its bytes. */
export async function storeUpload(service: Service, file: File, owner: UploadOwner): Promise<Attachment> {
  if (file.size > uploadLimit) throw entityTooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = acceptedType(file.name, bytes);
  if (owner.accepts?.(mediaType) === false) throw unsupportedMediaType('File type not allowed');
  const attachment: Attachment = {
    path:
      owner.at === undefined
        ? mediaPath({
            appId: owner.appId,
            conversationId: owner.conversationId,
            token: service.ids.mediaToken(),
            fileName: file.name,
          })
        : pathUnder(owner.at, file.name),
    appId: owner.appId,
    mediaType,
    bytes,
    forUserId: owner.forUserId,
    conversationId: owner.conversationId,
  };
  service.store.attachments.set(attachment.path, attachment);
  return attachment;
}

/** The type comes from the name, or from the content of a nameless kind of file; what the sender declared does not count. */
function acceptedType(fileName: string, bytes: Uint8Array): string {
  const named = mediaTypeOfName(fileName);
  if (named === undefined && extensionOf(fileName) !== undefined) {
    throw unsupportedMediaType('File extension not allowed');
  }
  if (isProgram(bytes)) throw unsupportedMediaType('File type not allowed');
  const mediaType = named ?? sniff(bytes);
  if (mediaType === undefined) throw unsupportedMediaType('File type could not be retrieved');
  return mediaType;
}
