/** Drawings as files: what the page shows, written down with literal colours. */
import { exportSvg, inheritedLooks, nameFile, ownLooks, type Look } from '../diagrams/export-svg.ts';
import { parseSvg } from '../diagrams/svg-tree.ts';
import { embedFonts } from './embed-fonts.ts';

const fontFamily =
  "'Pretendard Variable', Pretendard, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Malgun Gothic', sans-serif";
/** Pixels of a picture for each of the drawing. */
const pictureScale = 2;
/** How long fonts inside a picture take at most, in ms. */
const fontPause = 250;
/** Larger canvases stay empty in some browsers. */
const largestSide = 8192;

/** Saves a drawing as SVG in the colours that it has now. */
export function saveSvg(svg: SVGSVGElement, title: string): void {
  save(new Blob([writeSvg(svg, title)], { type: 'image/svg+xml' }), nameFile(title, 'svg'));
}

/** Saves a drawing as PNG at twice its size. Throws when the browser cannot paint it. */
export async function savePng(svg: SVGSVGElement, title: string): Promise<void> {
  const text = writeSvg(svg, title, await embedFonts(svg.textContent ?? ''));
  const { width, height } = svg.viewBox.baseVal;
  const scale = Math.min(pictureScale, largestSide / Math.max(width, height));
  const image = new Image();
  const source = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const context = canvas.getContext('2d');
    // The first painting only starts the fonts inside the picture: its letters may be missing.
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    await new Promise((resolve) => window.setTimeout(resolve, fontPause));
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!picture) throw new Error('the canvas gave no picture');
    save(picture, nameFile(title, 'png'));
  } finally {
    URL.revokeObjectURL(source);
  }
}

/** The text of the SVG file; the drawing must stand on the page, because its looks are read there. */
export function writeSvg(svg: SVGSVGElement, title: string, fontFaces = ''): string {
  const background = readColour(getComputedStyle(document.body).backgroundColor);
  const looks = [svg, ...svg.querySelectorAll('*')].map(readLook);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const link of copy.querySelectorAll('a')) {
    const href = link.getAttribute('href');
    if (href) link.setAttribute('href', new URL(href, location.href).href);
  }
  const root = parseSvg(new XMLSerializer().serializeToString(copy));
  return exportSvg(root, { looks, background, fontFamily, title, ...(fontFaces ? { fontFaces } : {}) });
}

function readLook(element: Element): Look {
  const style = getComputedStyle(element);
  const look: Record<string, string> = {};
  for (const name of [...Object.keys(inheritedLooks), ...Object.keys(ownLooks)]) {
    // Definitions are looked at by nobody; only their stops have a look.
    if (name.startsWith('stop-') && element.localName !== 'stop') continue;
    const value = style.getPropertyValue(name === 'text-decoration' ? 'text-decoration-line' : name);
    look[name] = simplify(name, value);
  }
  return look;
}

function simplify(name: string, value: string): string {
  if (name === 'display') return value === 'none' ? 'none' : 'inline';
  if (name === 'fill' || name === 'stroke' || name === 'stop-color') return readColour(value);
  return value.replace(/(?<=\d)px\b/g, '');
}

let brush: CanvasRenderingContext2D | null = null;
const known = new Map<string, string>();

/** `#rrggbb`, with two more digits where it is not solid: what every program reads. `none` and `url()` stay. */
function readColour(value: string): string {
  if (value === 'none' || value === '') return 'none';
  const reference = /^url\(["']?#([^"')]+)["']?\)/.exec(value);
  if (reference) return `url(#${reference[1]})`;
  const found = known.get(value);
  if (found) return found;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  brush ??= canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) return value;
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = value;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = brush.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue, ...(alpha < 255 ? [alpha] : [])]
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('');
  known.set(value, `#${hex}`);
  return `#${hex}`;
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click has been handled.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
