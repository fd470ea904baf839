/** A file that the service keeps. */
export interface Attachment {
  /** Where it is. A private one needs the credential of the API. */
  readonly mediaUrl: string;
  readonly mediaType?: string;
}

/** The answer that has an attachment. */
export interface AttachmentResponse {
  readonly attachment: Attachment;
}
