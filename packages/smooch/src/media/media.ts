/** A file that can be sent: what it is called, what it is, and its bytes, wherever they are. */
export interface Media {
  readonly name: string;
  readonly type: string;
  /** In their order. What is in memory is the caller's own and is not copied. */
  readonly parts: readonly (Blob | Uint8Array<ArrayBuffer>)[];
}

/** A form with a file in it, as it is sent. */
export interface Multipart {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: FormData | (() => ReadableStream<Uint8Array>);
}

/** Names and values of a form beside its file. What is `undefined` is left out. */
export type FormFields = Readonly<Record<string, string | undefined>>;
