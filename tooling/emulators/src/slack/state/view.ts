/** A window or a home page that an app shows to somebody. */
export interface View {
  readonly id: string;
  readonly appId: string;
  readonly botId: string | undefined;
  /** Who sees it. */
  readonly userId: string;
  /** The lowest one of those that lie on one another. */
  readonly rootId: string;
  /** The one that it lies on. */
  readonly previousId: string | null;
  /** Changes with the content. */
  readonly hash: string;
  /** As the app gave it. */
  readonly content: Readonly<Record<string, unknown>>;
}
