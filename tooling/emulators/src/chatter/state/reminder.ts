/** When somebody wants to be reminded of a task or an event. */
export interface Reminder {
  at: number | null;
  /** Whether it was shown. */
  isDisplayed: boolean;
}
