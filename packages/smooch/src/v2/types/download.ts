/** Something that a channel has told of and not sent. */
export interface DownloadMessageRefBody {
  readonly userId?: string | undefined;
  readonly apple?:
    | {
        readonly interactiveDataRef: {
          readonly url: string;
          readonly bid: string;
          readonly key: string;
          readonly signature: string;
          readonly owner: string;
        };
      }
    | undefined;
}
