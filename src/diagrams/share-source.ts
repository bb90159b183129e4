import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';
import { maxSourceLength } from './mermaid-config.ts';

/** An edited diagram as part of an address: which figure it belongs to, and its source. */
export interface SharedSource {
  figure: string;
  code: string;
}

const prefix = '#diagram=';

/** `#diagram=<figure>.<source, deflated, base64url>`. */
export function packSource({ figure, code }: SharedSource): string {
  const bytes = deflateSync(strToU8(code), { level: 9 });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const text = btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return `${prefix}${encodeURIComponent(figure)}.${text}`;
}

/** What `packSource` made, or null for anything else, also for what would unpack to more than a diagram may have. */
export function unpackSource(hash: string): SharedSource | null {
  const [, figure, text] = /^#diagram=([^.]+)\.([\w-]+)$/.exec(hash) ?? [];
  if (!figure || !text) return null;
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    const code = inflateAtMost(
      Uint8Array.from(binary, (letter) => letter.charCodeAt(0)),
      maxSourceLength * 3,
    );
    return code === null ? null : { figure: decodeURIComponent(figure), code };
  } catch {
    return null;
  }
}

/** Fed in small pieces, so that what unpacks to gigabytes is given up early. */
function inflateAtMost(bytes: Uint8Array, limit: number): string | null {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isComplete = false;
  const inflate = new Inflate((piece, isLast) => {
    pieces.push(piece);
    size += piece.length;
    isComplete ||= isLast;
  });
  const step = 512;
  for (let at = 0; at < bytes.length && size <= limit; at += step) {
    inflate.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  }
  if (!isComplete || size > limit) return null;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return strFromU8(whole);
}
