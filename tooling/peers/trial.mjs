/**
 * Tries one thing with a client and prints a line of JSON about it: `{ what }`, with a `problem` if there is one. What goes
 * wrong does not keep the next thing from being tried.
 */
export async function trial(what, attempt) {
  try {
    await attempt();
    console.log(JSON.stringify({ what }));
  } catch (error) {
    console.log(JSON.stringify({ what, problem: describe(error) }));
  }
}

function describe(error) {
  // Some clients throw the answer itself.
  if (!(error instanceof Error)) return `${error?.status}: ${JSON.stringify(error?.body)}`;
  const { name, errorCode, message, stack = '' } = error;
  const place = stack
    .split('\n')
    .find((line) => !/node_modules|node:|trial/.test(line) && line.includes('.mjs:'));
  const at = /([\w.-]+:\d+):\d+/.exec(place ?? '')?.[1];
  return `${errorCode ?? name}: ${message}${at === undefined ? '' : ` (${at})`}`;
}
