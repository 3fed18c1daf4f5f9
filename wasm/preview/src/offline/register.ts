// Makes the page work without a network from the next visit on.

/** Resolves when all files are kept; to false where the browser or an insecure address does not allow it. */
export async function keepOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return false;
  try {
    await navigator.serviceWorker.register('sw.js');
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return false;
  }
}
