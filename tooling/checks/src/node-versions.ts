/** The oldest Node.js that the packages promise to run on, and the newest of each line that is maintained. */
export const nodeVersions: readonly string[] = ['22.12.0', '22', '24', '26'];
