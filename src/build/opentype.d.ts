declare module 'opentype.js' {
  export interface Glyph {
    index: number;
    advanceWidth?: number;
    leftSideBearing?: number;
    path: { commands: { type: string; x?: number; y?: number; x1?: number; y1?: number }[] };
  }
  export interface Font {
    unitsPerEm: number;
    ascender: number;
    /** Below zero. */
    descender: number;
    glyphs: { length: number; get(index: number): Glyph };
    charToGlyph(character: string): Glyph;
  }
  const opentype: {
    /** Reads a font file; throws for what is none. */
    parse(buffer: ArrayBuffer): Font;
  };
  export default opentype;
}
