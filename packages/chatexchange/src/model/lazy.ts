/**
 * A value that is asked for when somebody first waits for it: `await room.name`. Printing, spreading or passing it on
 * asks nothing.
 */
export type Lazy<T> = Pick<Promise<T>, 'then' | 'catch' | 'finally'>;

/** Makes a lazy value of what gets it. What is got is kept by whoever gets it, not here. */
export function lazy<T>(get: () => Promise<T>): Lazy<T> {
  return {
    // It is meant to be waited for.
    // oxlint-disable-next-line unicorn/no-thenable
    then: (onFulfilled, onRejected) => get().then(onFulfilled, onRejected),
    catch: (onRejected) => get().catch(onRejected),
    finally: (onFinally) => get().finally(onFinally),
  };
}

/** The text of HTML, which is read when somebody waits for it. */
export function lazyText(html: () => Promise<string>): Lazy<string> {
  return lazy(async () => {
    const [{ toText }, source] = await Promise.all([import('../parse/text.js'), html()]);
    return toText(source);
  });
}
