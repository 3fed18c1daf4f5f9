// Work that follows the typing: one at a time, and only the newest counts.

/** Milliseconds without a key before work begins. */
const QUIET = 60;

/**
 * Calls `work` soon after the last call of the function it returns; while it runs, what comes meanwhile waits as one.
 * `busy` hears whether there is work to do.
 */
export function live(work: () => Promise<void>, busy: (is: boolean) => void): () => void {
  let timer: number | undefined;
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    timer = undefined;
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
    busy(timer !== undefined);
  };
  return () => {
    busy(true);
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET);
  };
}
