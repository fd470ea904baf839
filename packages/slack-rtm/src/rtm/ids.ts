const largest = 2 ** 31 - 1;

/**
 * Makes the ids of frames: they grow from `after`, and begin anew beyond what 31 bits hold. One source serves all connections of
 * a client, so that no answer is taken for one to a frame of another connection.
 */
export function createIds(after = 0): () => number {
  let last = after;
  return () => (last = (last % largest) + 1);
}
