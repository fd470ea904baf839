export { at } from './at.js';
export {
  batch,
  type BatchAnswer,
  type BatchItem,
  type BatchOptions,
  type BatchResults,
} from './batch/batch.js';
export { call, type Call, type CallFacts, type WrittenInput } from './batch/call.js';
export type { BatchResult } from './batch/results.js';
export type { Chain, Method } from './chain.js';
export { createChatter } from './client.js';
export { community, connect } from './connect.js';
export { download, withBearerUrls } from './download.js';
export { ChatterError } from './errors.js';
export { isId, keyPrefixes, toId15, toId18 } from './ids.js';
export type { ChatterOptions } from './options.js';
export { pages, type FetchedPage } from './pages.js';
export { poll, type PollInput } from './poll.js';
export { quoteIntegers } from './quote-integers.js';
export type { Content, Segments } from './segments/content.js';
export {
  bold,
  code,
  hyperlink,
  italic,
  list,
  orderedList,
  paragraph,
  strikethrough,
  underline,
  type HyperlinkTarget,
} from './segments/markup.js';
export { message } from './segments/message.js';
export { entity, hashtag, image, link, mention, text, type Mentioned } from './segments/pieces.js';
export type { ReadableBody, ReadableSegment } from './segments/readable.js';
export { toHtml, type HtmlOptions } from './segments/to-html.js';
export { toText } from './segments/to-text.js';
export type { ChatterTokens, TokenAnswer } from './tokens.js';
export { trim, type Trim, type TrimPath, type TrimQuery } from './trim.js';
export { updates, type Updates, type UpdatesOptions, type UpdatesPage } from './updates.js';
export type { ChatterCallOptions } from './types/call.js';
export type * from './types/bodies/index.js';
export { versions, type ApiVersion } from './versions.js';
export type {
  ById,
  Bytes,
  Deeper,
  Delete,
  Get,
  Head,
  Patch,
  PatchNothing,
  Post,
  PostNothing,
  Put,
  PutNothing,
  Search,
  UnknownNode,
} from './types/node.js';
export type { Open, OtherValue } from './types/open.js';
export type { ItemOf, Page } from './types/page.js';
export type { StatusInput } from './types/status.js';
export type { Chatter, CommunityChatter, CommunityConnect, Connect } from './types/tree.js';
export type { Trimming } from './types/trimming.js';
export {
  postWithFile,
  PostWithFileError,
  type PostedFile,
  type PostWithFileInput,
  type PostWithFileOptions,
} from './upload/post-with-file.js';
export type { OnProgress, UploadProgress, UploadSource } from './upload/source.js';
export { upload, type UploadOptions } from './upload/upload.js';
export {
  isServiceError,
  ServiceError,
  type CallOptions,
  type Credential,
  type CredentialStore,
  type ErrorKind,
  type HttpEvent,
  type Pages,
} from '@x/http-core';
