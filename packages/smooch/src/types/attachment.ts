/** A file that the service keeps. */
export interface AttachmentResponse {
  readonly mediaUrl: string;
  readonly mediaType: string;
}
