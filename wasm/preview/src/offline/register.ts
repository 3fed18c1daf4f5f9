// Registers the service worker, so that the page works offline from the next visit on.

/** Resolves to true when all files are cached; to false if the browser has no service workers or the URL is insecure. */
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
