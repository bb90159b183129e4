declare module 'subset-font' {
  export interface SubsetOptions {
    targetFormat?: 'truetype' | 'woff' | 'woff2' | 'sfnt';
    keepFeatures?: readonly string[];
    preserveNameIds?: readonly number[];
    variationAxes?: Readonly<Record<string, number | { min: number; max: number; default?: number }>>;
  }
  /** The font cut down to the characters of `text`. */
  export default function subsetFont(font: Buffer, text: string, options?: SubsetOptions): Promise<Buffer>;
}
