/** What names and dates are shown as. */
export interface MrkdwnNames {
  /** The name of a user, without `@`. Default, also for `undefined`: what the text says, else the id. */
  readonly userName?: ((id: string) => string | undefined) | undefined;
  /** The name of a conversation, without `#`. Default as with users. */
  readonly channelName?: ((id: string) => string | undefined) | undefined;
  /** The handle of a group of users, without `@`. Default as with users. */
  readonly groupName?: ((id: string) => string | undefined) | undefined;
  /** The IANA time zone of dates. Default `'UTC'`. */
  readonly timeZone?: string | undefined;
  /** Whether emoji are shown as characters, where there is one, or by their names. Default `'unicode'`. */
  readonly emoji?: 'unicode' | 'shortcode' | undefined;
}
