/** Something that a channel has told of and not sent. */
export interface DownloadMessageRefBody {
  /** Whose message it is: the id that the service gave. */
  readonly userId: string;
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
