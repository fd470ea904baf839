/** What somebody wants to be reminded of. */
export interface Reminder {
  readonly id: string;
  readonly creatorId: string;
  readonly userId: string;
  readonly text: string;
  /** Seconds since 1970; undefined for one that comes again and again. */
  readonly time: number | undefined;
  /** Seconds since 1970; 0 while it is not done. */
  readonly completed: number;
}
