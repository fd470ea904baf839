import { isServiceError } from '@x/http-core';
import { callOf, send } from '../chain.js';
import { ChatterError } from '../errors.js';
import { refuse, requireNode } from '../refuse.js';
import type { ChatterCallOptions } from '../types/call.js';
import type { FeedItem, FeedItemInput } from '../types/bodies/feeds.js';
import type { FileInput, FileSummary } from '../types/bodies/files.js';
import type { Chatter, CommunityChatter } from '../types/tree.js';
import type { UploadSource } from './source.js';
import { upload, type UploadOptions } from './upload.js';

/** A file to be posted: its bytes, or its bytes and what it is called. */
export type PostedFile = UploadSource | (FileInput & { readonly source: UploadSource });

/** A post with files, less what goes without saying. */
export type PostWithFileInput = Omit<FeedItemInput, 'feedElementType'>;

/** What can be said about a post with files. */
export interface PostWithFileOptions extends ChatterCallOptions, Pick<UploadOptions, 'onProgress'> {
  /** Hears of each file that has been uploaded, whatever becomes of the post. */
  readonly onUploaded?: ((file: FileSummary) => void) | undefined;
}

/**
 * A post with files that failed when some of them were uploaded already. They stay: they can be posted, as
 * `capabilities: { files: { items: error.fileIds.map((id) => ({ id })) } }`, or deleted.
 */
export class PostWithFileError extends ChatterError {
  override name = 'PostWithFileError';
  /** The ids of the files that are there. */
  declare readonly fileIds: readonly string[];
}

/** The most files that a post takes. */
const mostFiles = 10;

/**
 * Posts with new files: uploads them one after the other, then posts. The service has no single call for it since
 * version 36.0.
 *
 * @param node The client, or a community of it.
 * @param files One file, or up to 10.
 * @throws What a call throws. When files are there already, it is a {@link PostWithFileError} of the same kind and code
 * that has their ids; a signal's own reason stays untouched, so an abort is told their ids by `onUploaded` only.
 * @example
 * ```ts
 * import { createChatter, message, postWithFile } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const plan = new File(['…'], 'plan.txt');
 * await postWithFile(chatter, plan, { subjectId: 'me', body: message`Here is the plan` });
 * ```
 */
export async function postWithFile(
  node: Chatter | CommunityChatter,
  files: PostedFile | readonly PostedFile[],
  post: PostWithFileInput,
  options: PostWithFileOptions = {},
): Promise<FeedItem> {
  const { client, path } = requireNode('postWithFile', node);
  const list = Array.isArray(files) ? (files as readonly PostedFile[]) : [files as PostedFile];
  if (list.length === 0 || list.length > mostFiles) refuse(`a post with files has 1 to ${mostFiles}`);
  const items: { readonly id: string }[] = [];
  try {
    for (const file of list) {
      const { source, ...facts } = 'source' in file ? file : { source: file };
      const uploaded = await upload(node, source, facts, options);
      items.push({ id: uploaded.id });
      options.onUploaded?.(uploaded);
    }
    const given = post.capabilities?.files?.items ?? [];
    const capabilities = { ...post.capabilities, files: { items: [...given, ...items] } };
    const body = { feedElementType: 'FeedItem', ...post, capabilities };
    return (await send(client, callOf(`${path}/feed-elements`, 'POST', body, options))) as FeedItem;
  } catch (error) {
    if (!isServiceError(error) || items.length === 0) throw error;
    throw withFiles(
      error,
      items.map(({ id }) => id),
    );
  }
}

/** The same error, with what is there already. Doing it all again would upload it a second time. */
function withFiles(error: ChatterError, fileIds: readonly string[]): PostWithFileError {
  const { service, kind, code, status, requestId, retryAfterMs, details } = error;
  const facts = { service, kind, code, status, requestId, retryAfterMs, details, fileIds, cause: error };
  return new PostWithFileError(`${error.message}; uploaded already: ${fileIds.join(', ')}`, facts);
}
