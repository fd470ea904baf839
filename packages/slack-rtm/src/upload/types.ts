import type { CallOptions } from '@x/http-core';

/**
 * What can be uploaded beside texts. A `File` brings its name along. In Node.js a `Readable` will do as well. A stream whose
 * length is not said is read into memory first, since Slack wants to know it before; in web pages every stream is.
 */
export type UploadSource =
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/** A file to be uploaded: what is in it, by either `content` or `path`, and what it is called. */
export interface UploadFile {
  /** The bytes, or a text. */
  readonly content?: UploadSource | string | undefined;
  /** In Node.js: where the file is. It is read as it is sent, and never as a whole. */
  readonly path?: string | URL | undefined;
  /** With an extension, by which Slack tells what it is. Default: that of a `File`, or of `path`, else `file.txt`. */
  readonly filename?: string | undefined;
  /** What people see. Default: `filename`. */
  readonly title?: string | undefined;
  /** What a picture shows, for those who cannot see it; at most 1,000 characters. */
  readonly altText?: string | undefined;
  /** The language of a snippet: `'python'`, `'markdown'`, …. */
  readonly snippetType?: string | undefined;
  readonly highlightType?: string | undefined;
  /** Of a stream, in bytes: with it the stream is sent as it comes, and not read into memory. */
  readonly length?: number | undefined;
}

/** Where files go, and what is said with them. */
export interface UploadDestination {
  /** The id of a conversation. Without one, the files stay with whom the token acts as. */
  readonly channel?: string | undefined;
  /** The message in whose thread they go. */
  readonly threadTs?: string | undefined;
  /** What is said with them, in mrkdwn. It goes before `blocks`. */
  readonly initialComment?: string | undefined;
  readonly blocks?: readonly object[] | undefined;
  /** Whom the message is said to be from. */
  readonly username?: string | undefined;
  readonly iconUrl?: string | undefined;
  readonly iconEmoji?: string | undefined;
}

/** Files with a destination of their own; what it leaves out is as in the options. */
export interface UploadGroup extends UploadDestination {
  readonly files: UploadFile | UploadSource | readonly (UploadFile | UploadSource)[];
}

/** What {@link uploadFiles} takes for a file. */
export type Uploadable = UploadFile | UploadSource | UploadGroup;

/** How far the bytes of a file are. */
export interface UploadProgress {
  readonly file: {
    /** As Slack has announced it. */
    readonly id: string;
    readonly filename: string;
    /** Which of the files it is, counted from 0. */
    readonly index: number;
  };
  /** In bytes. It begins anew when the file is sent anew after a broken connection. */
  readonly sent: number;
  /** In bytes. */
  readonly total: number;
}

/** What can be said about an upload. */
export interface UploadOptions extends UploadDestination, CallOptions {
  /** A token for this upload, in the place of the client's. */
  readonly token?: string | undefined;
  /** Limit of sending the bytes of one file, in milliseconds. Default: none. The calls around it have the client's. */
  readonly timeoutMs?: number | undefined;
  /** Hears how far each file is: while it is sent, and in web pages, which cannot tell, when it has been. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** Hears of what will do, though hardly as it was meant: a name without an extension, for example. */
  readonly onWarning?: ((warning: string) => void) | undefined;
  /**
   * For web pages: sends the bytes without hearing the answer. Slack's host for uploads does not let pages of other origins read
   * what it says, so that a page has to do without; whether the bytes have arrived shows when the upload is completed. Default
   * false: then a page cannot upload, unless it is an extension or an app that browsers trust more.
   */
  readonly noCors?: boolean | undefined;
}
