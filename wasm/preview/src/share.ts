// Links that contain the sprint itself, in the fragment of the URL, which browsers do not send to a server.
import type { PictureOptions } from 'emberline';

/** Maximum length of a link. Browsers accept far more, but chat tools and mail programs truncate or reject longer ones. */
export const MAX_LINK_CHARS = 16_000;

/** Maximum size of the shared text in bytes. A link of the length above could decompress to a thousand times its length. */
const MAX_SHARED_BYTES = 1_000_000;

const PREFIX = '#sprint=';

export interface SharedInput {
  input: string;
  options: PictureOptions;
}

/** Returns the link, however long; empty if the text is larger than `MAX_SHARED_BYTES`. */
export async function createLink(shared: SharedInput, page: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  if (bytes.length > MAX_SHARED_BYTES) return '';
  const packed = await transformBytes(bytes, new CompressionStream('deflate-raw'));
  const text = Array.from(packed, byte => String.fromCharCode(byte)).join('');
  const code = btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return page.replace(/#.*$/s, '') + PREFIX + code;
}

/** Returns the content of a link, `undefined` if it contains no sprint. Throws if the link is damaged. */
export async function readLink(hash: string): Promise<SharedInput | undefined> {
  if (!hash.startsWith(PREFIX)) return undefined;
  const code = hash.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/');
  const packed = Uint8Array.from(atob(code), char => char.charCodeAt(0));
  const bytes = await transformBytes(packed, new DecompressionStream('deflate-raw'));
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (!isSharedInput(value)) throw new TypeError('no sprint in it');
  return value;
}

function isSharedInput(value: unknown): value is SharedInput {
  if (typeof value !== 'object' || value === null) return false;
  const { input, options } = value as Partial<Record<keyof SharedInput, unknown>>;
  return typeof input === 'string' && typeof options === 'object' && options !== null && !Array.isArray(options);
}

async function transformBytes(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > MAX_SHARED_BYTES) throw new RangeError(`more than ${MAX_SHARED_BYTES} bytes`);
    parts.push(next.value);
  }
  const result = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}
