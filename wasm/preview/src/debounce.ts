// Runs asynchronous work after the user stops typing: one run at a time, and only the latest call counts.

/** Milliseconds from the last call to the start of the work. */
const DELAY = 60;

/**
 * Returns a function that runs `work` shortly after its last call. Calls during a run lead to one further run.
 * `onBusyChange` is called with true while work is pending or running.
 */
export function debounced(work: () => Promise<void>, onBusyChange: (isBusy: boolean) => void): () => void {
  let timer: number | undefined;
  let isRunning = false;
  let runAgain = false;
  const run = async (): Promise<void> => {
    timer = undefined;
    if (isRunning) {
      runAgain = true;
      return;
    }
    isRunning = true;
    do {
      runAgain = false;
      await work();
    } while (runAgain);
    isRunning = false;
    onBusyChange(timer !== undefined);
  };
  return () => {
    onBusyChange(true);
    clearTimeout(timer);
    timer = setTimeout(() => void run(), DELAY);
  };
}
