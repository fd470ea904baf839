const parentCheckMs = 500;

/** Resolves when it is time to end: at SIGINT or SIGTERM, or when the process that started this one is gone. */
export function untilItIsTimeToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const parent = process.ppid;
    // An orphan gets another parent and no signal; without this it would hold its ports for ever.
    const watch = setInterval(() => {
      if (process.ppid !== parent) end();
    }, parentCheckMs);
    // What keeps this process alive is the emulators.
    watch.unref();
    const end = (): void => {
      clearInterval(watch);
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
}
