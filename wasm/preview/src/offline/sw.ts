// Keeps the page's files, so that it works without a network. The build puts in which files and of which version.
export {};
declare const self: ServiceWorkerGlobalScope;
declare const __FILES__: string[];
declare const __VERSION__: string;

const PREFIX = 'emberline-preview-';
const CACHE = PREFIX + __VERSION__;

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(__FILES__)));
});

self.addEventListener('activate', event => event.waitUntil(takeOver()));

self.addEventListener('fetch', event => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});

async function takeOver(): Promise<void> {
  const old = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
  await self.clients.claim();
}

/// What is kept, else what the network has; files of the build, rare fonts among them, never change and are kept from then on.
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const page = request.mode === 'navigate' && new URL(request.url).pathname === new URL(self.registration.scope).pathname;
  const kept = await cache.match(page ? './' : request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && request.url.startsWith(`${self.registration.scope}assets/`)) await cache.put(request, response.clone());
  return response;
}
