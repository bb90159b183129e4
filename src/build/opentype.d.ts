declare module 'opentype.js' {
  export interface Glyph {
    index: number;
    advanceWidth?: number;
  }
  export interface Font {
    unitsPerEm: number;
    ascender: number;
    /** Below zero. */
    descender: number;
    charToGlyph(character: string): Glyph;
  }
  const opentype: {
    /** Reads a font file; throws for what is none. */
    parse(buffer: ArrayBuffer): Font;
  };
  export default opentype;
}
