/**
 * A 128-bit hash of a text as 32 hex digits (four mixed 32-bit lanes over UTF-16 units). Pure and synchronous, so that
 * the browser and the build agree on a drawing's address; not for secrets.
 */
export function hashText(text: string): string {
  let [a, b, c, d] = [0x9368e53c, 0x586dcd20, 0x8a91b5d7, 0x3c6ef372];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ unit, 0x239b961b);
    b = c ^ Math.imul(b ^ unit, 0xab0e9789);
    c = d ^ Math.imul(c ^ unit, 0x38b34ae5);
    d = a ^ Math.imul(d ^ unit, 0xa1e38b93);
    a = (a << 13) | (a >>> 19);
    c = (c << 17) | (c >>> 15);
  }
  a = mixBits(a ^ text.length);
  b = mixBits(b ^ a);
  c = mixBits(c ^ b);
  d = mixBits(d ^ c);
  return [a ^ d, b ^ a, c ^ b, d ^ c].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function mixBits(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
