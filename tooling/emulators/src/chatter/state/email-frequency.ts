import type { ChatterState } from './state.js';

/** How often a group tells its members by e-mail what was posted. */
export type EmailFrequency = 'EachPost' | 'DailyDigest' | 'WeeklyDigest' | 'Never';

export const emailFrequencies: readonly EmailFrequency[] = [
  'EachPost',
  'DailyDigest',
  'WeeklyDigest',
  'Never',
];

/** What a user wants of the groups that the user will join. */
export function usualEmailFrequency(state: ChatterState, userId: string): EmailFrequency {
  return state.emailFrequencies.get(userId) ?? 'DailyDigest';
}
