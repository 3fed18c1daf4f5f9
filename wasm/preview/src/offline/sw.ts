// The service worker: caches the page's files for offline use. The build inserts the list of files and its version.
export {};
declare const self: ServiceWorkerGlobalScope;
declare const __FILES__: string[];
declare const __VERSION__: string;

const PREFIX = 'emberline-preview-';
const CACHE = PREFIX + __VERSION__;

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(__FILES__)));
});

self.addEventListener('activate', event => event.waitUntil(activateCache()));

self.addEventListener('fetch', event => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(self.registration.scope)) event.respondWith(cachedResponse(event.request));
});

async function activateCache(): Promise<void> {
  const oldCaches = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(oldCaches.map(name => caches.delete(name)));
  await self.clients.claim();
}

/// Responds from the cache, else from the network. Files of the build, such as rarely used fonts, never change, so they are
/// cached when they are first fetched.
async function cachedResponse(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const isPage = request.mode === 'navigate' && new URL(request.url).pathname === new URL(self.registration.scope).pathname;
  const cached = await cache.match(isPage ? './' : request);
  if (cached) return cached;
  const response = await fetch(request);
  if (response.ok && request.url.startsWith(`${self.registration.scope}assets/`)) await cache.put(request, response.clone());
  return response;
}
