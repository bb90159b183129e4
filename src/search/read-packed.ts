/** Reads what Pagefind wrote: gzip of CBOR (RFC 8949) or JSON behind a signature. */

const signature = 'pagefind_dcd';

/** Unpacks a file of Pagefind's; throws where it is none. Some servers unpack it themselves. */
export async function unpack(file: ArrayBuffer): Promise<Uint8Array> {
  const [first, second] = new Uint8Array(file);
  const isPacked = first === 0x1f && second === 0x8b;
  const plain = isPacked
    ? await new Response(new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
    : file;
  if (decodeText(new Uint8Array(plain, 0, Math.min(plain.byteLength, signature.length))) !== signature)
    throw new Error('not a file of Pagefind');
  return new Uint8Array(plain, signature.length);
}

export function decodeText(bytes: Uint8Array): string {
  return text.decode(bytes);
}

const text = new TextDecoder();

export type Packed = number | string | Packed[];

/** Reads numbers, text and lists, which is all that an index holds. */
export function readPacked(bytes: Uint8Array): Packed {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const readCount = (size: number): number => {
    if (size < 24) return size;
    const from = at;
    if (size === 24) return ((at += 1), view.getUint8(from));
    if (size === 25) return ((at += 2), view.getUint16(from));
    if (size === 26) return ((at += 4), view.getUint32(from));
    throw new Error('unknown size');
  };
  const read = (): Packed => {
    const head = view.getUint8(at++);
    const count = readCount(head & 31);
    const type = head >> 5;
    if (type === 0) return count;
    if (type === 1) return -1 - count;
    if (type === 3) return ((at += count), decodeText(bytes.subarray(at - count, at)));
    if (type !== 4) throw new Error('unknown type');
    const list: Packed[] = [];
    for (let item = 0; item < count; item++) list.push(read());
    return list;
  };
  return read();
}
