import { callOf } from '../chain.js';
import { connectPath } from '../connect.js';
import { requireNode } from '../refuse.js';
import type { FileInput, FileSummary } from '../types/bodies/files.js';
import type { ChatterCallOptions } from '../types/call.js';
import type { Post } from '../types/node.js';
import type { Chatter, CommunityChatter } from '../types/tree.js';
import { binaryPartName, describeFile } from './part-names.js';
import { binaryPart, endlessMs, jsonPart, sendMultipart } from './send-multipart.js';
import { nameOf, openSource, type OnProgress, type UploadSource } from './source.js';

/** What can be said about an upload. */
export interface UploadOptions extends ChatterCallOptions {
  /** What the file is called. Default: the name of a `File`, else `file`. */
  readonly name?: string | undefined;
  /** Hears how much is sent. The call is then sent once. */
  readonly onProgress?: OnProgress | undefined;
  /** Limit of the whole upload, in milliseconds. Default: none. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Uploads a file into one's own files.
 *
 * @param node The client, or a community of it.
 * @throws `usage` / `INVALID_REQUEST` for what is no file, and for one of 2 GB or more. Else as any call does. An upload
 * is not repeated unless it certainly did not happen; one of a stream, or with `onProgress`, is sent once, even if the
 * session turns out to be over.
 * @example
 * ```ts
 * import { openAsBlob } from 'node:fs';
 * import { createChatter, upload } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const file = await upload(chatter, await openAsBlob('plan.pdf'), { title: 'plan.pdf' });
 * console.log(file.id);
 * ```
 */
export function upload(
  node: Chatter | CommunityChatter,
  source: UploadSource,
  input?: FileInput,
  options?: UploadOptions,
): Promise<FileSummary>;

/**
 * Uploads a file to where it belongs: a new version of a file, a photo or a banner of a user or a group, a comment with a
 * file, an item of a folder.
 *
 * @param node A path that takes a file: `connect(chatter).files._(fileId)`, `….user_profiles.me.photo`,
 * `chatter.groups._(id).photo`, `chatter.feed_elements._(id).capabilities.comments.items`.
 * @param input What goes along: the comment, where to crop.
 * @example
 * ```ts
 * import { connect, createChatter, upload } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const photo = connect(chatter).user_profiles.me.photo;
 * await upload(photo, new Blob(['…']), { cropX: 0, cropY: 0, cropSize: 120 }, { name: 'me.png' });
 * ```
 */
export function upload<Answer, Body = unknown>(
  node: Post<Answer, Body>,
  source: UploadSource,
  input?: Partial<Body>,
  options?: UploadOptions,
): Promise<Answer>;

export async function upload(
  node: unknown,
  source: UploadSource,
  input?: unknown,
  options: UploadOptions = {},
): Promise<unknown> {
  const { client, path: given } = requireNode('upload', node);
  const path = given.endsWith('/chatter') ? `${connectPath(given)}/files/users/me` : given;
  const { name = nameOf(source) ?? 'file', onProgress, timeoutMs = endlessMs } = options;
  const content = await openSource(source, onProgress);
  const facts = describeFile(path, name, input);
  const call = { ...callOf(path, 'POST', undefined, options), timeoutMs, totalTimeoutMs: timeoutMs };
  const answer = await sendMultipart(client, call, [
    ...(facts === undefined ? [] : [jsonPart(facts)]),
    binaryPart(binaryPartName(path), name, content),
  ]);
  // Where nobody counted on the way.
  if (content instanceof Blob) onProgress?.({ sentBytes: content.size, totalBytes: content.size });
  return answer;
}
