/** The one conversation of an app user. */
export interface Conversation {
  readonly _id: string;
  /** How many messages of the business the user has not read. */
  readonly unreadCount: number;
  /** Unix seconds, with a fraction. */
  readonly appMakerLastRead?: number;
  /** Unix seconds, with a fraction. */
  readonly appUserLastRead?: number;
}
