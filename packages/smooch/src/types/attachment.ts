/** A file that the service keeps. */
export interface AttachmentResponse {
  readonly mediaUrl: string;
  readonly mediaType: string;
}

/** Tokens for private files, by the paths that they open. */
export interface AttachmentTokens {
  readonly tokens: Readonly<Record<string, string>>;
}
