// A link that carries the sprint itself, in the part of the address that no browser sends to a server.
import type { PictureOptions } from 'emberline';

/** Characters of a whole link. Browsers take far more; chat tools and mail programs cut or refuse longer ones. */
export const MAX_LINK_CHARS = 16_000;

/** Bytes of the shared text. A link of the length above could unfold to a thousand times as much. */
const MAX_SHARED_BYTES = 1_000_000;

const PREFIX = '#sprint=';

export interface Shared {
  input: string;
  options: PictureOptions;
}

/** The link, however long it gets; empty where the text is too large to be shared so. */
export async function link(shared: Shared, page: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  if (bytes.length > MAX_SHARED_BYTES) return '';
  const packed = await through(bytes, new CompressionStream('deflate-raw'));
  const text = Array.from(packed, byte => String.fromCharCode(byte)).join('');
  const code = btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return page.replace(/#.*$/s, '') + PREFIX + code;
}

/** What a link carries; nothing where it carries no sprint. Throws where the link is damaged. */
export async function shared(hash: string): Promise<Shared | undefined> {
  if (!hash.startsWith(PREFIX)) return undefined;
  const code = hash.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/');
  const packed = Uint8Array.from(atob(code), char => char.charCodeAt(0));
  const bytes = await through(packed, new DecompressionStream('deflate-raw'));
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (!isShared(value)) throw new TypeError('no sprint in it');
  return value;
}

function isShared(value: unknown): value is Shared {
  if (typeof value !== 'object' || value === null) return false;
  const { input, options } = value as Partial<Record<keyof Shared, unknown>>;
  return typeof input === 'string' && typeof options === 'object' && options !== null && !Array.isArray(options);
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > MAX_SHARED_BYTES) throw new RangeError(`more than ${MAX_SHARED_BYTES} bytes`);
    parts.push(next.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
