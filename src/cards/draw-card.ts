import { outputsWords } from '#words';
import { escapeXml } from '../outputs/escape-xml.ts';
import { type Card, cardSize } from './card.ts';
import { cardPalette, drawingStyle } from './card-palette.ts';
import { drawDiagramPicture, drawTablePicture, type Frame } from './draw-picture.ts';
import { breakLines, clampLine, fitLines, type Measure } from './lay-out-text.ts';

/** What drawing a card needs from outside: the widths of letters, and a diagram's finished drawing. */
export interface CardWorld {
  measure: Measure;
  /** The drawing in its wide or narrow form; null where it could not be drawn. */
  findDrawing: (code: string) => { svg: string; width: number; height: number }[];
}

const margin = 72;
const { width, height } = cardSize;

/** Wide pictures lie under the text, others stand beside it. */
const wideFrom = 1.7;
const beside: Frame = { x: 724, y: 0, width: width - 724, height };
const below: Frame = { x: 0, y: 322, width, height: height - 322 };

/** A card as SVG in the fonts `Pretendard` 400 and 700: place, title, key sentence, picture, site. */
export function drawCard(card: Card, world: CardWorld): string {
  const picture = choosePicture(card, world);
  const isBelow = picture?.frame === below;
  const column = (picture && !isBelow ? picture.frame.x - 48 : width - margin) - margin;
  const regular = (text: string) => world.measure(text, 'regular');
  const bold = (text: string) => world.measure(text, 'bold');
  const { hue } = card;
  const title = fitLines(card.title, column, 2, picture ? [54, 47, 41] : [72, 62, 54], bold);
  const titleTop = 118 + title.size * 0.92;
  const titleHeight = title.lines.length * title.size * 1.28;
  const sentenceSize = picture ? 27 : 32;
  const sentenceTop = titleTop + titleHeight - title.size * 0.28 + 16;
  const sentenceLines = isBelow ? 0 : Math.floor((520 - sentenceTop) / (sentenceSize * 1.6)) + 1;
  const sentence = breakLines(card.sentence, column / sentenceSize, sentenceLines, regular);
  const crumbs = clampLine(
    card.crumbs.filter(Boolean).join(' › '),
    (column - 32 - (isBelow ? 320 : 0)) / 27,
    bold,
  );
  const site = clampLine(card.site, (isBelow ? 300 : column - 260) / 25, bold);
  const dated = card.asOf === undefined ? '' : outputsWords().cards.asOf(card.asOf);
  const siteLine = isBelow
    ? siteMark(width - margin - bold(site) * 25 - 40, 88) +
      line(site, width - margin - bold(site) * 25, 88, 25, 'ink', 700)
    : rule(margin, 540, column) +
      siteMark(margin, 587) +
      line(site, margin + 40, 587, 25, 'ink', 700) +
      (card.asOf ? line(dated, margin + column - regular(dated) * 22, 587, 22, 'muted', 400) : '');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" font-family="Pretendard">`,
    `<style>${drawingStyle(card.picture?.kind === 'diagram' ? card.picture.hues : {})}</style>`,
    `<rect width="${width}" height="${height}" fill="${cardPalette.paper}"/>`,
    picture ? picture.markup : '',
    `<rect x="${margin}" y="69" width="18" height="18" rx="3" fill="${hue}"/>`,
    `<g fill="${hue}">${line(crumbs, margin + 32, 88, 27, null, 700)}</g>`,
    ...title.lines.map((text, index) =>
      line(text, margin, titleTop + index * title.size * 1.28, title.size, 'ink', 700),
    ),
    ...sentence.lines.map((text, index) =>
      line(text, margin, sentenceTop + index * sentenceSize * 1.6, sentenceSize, 'muted', 400),
    ),
    siteLine,
    '</svg>',
  ].join('');
}

function choosePicture(card: Card, world: CardWorld): { frame: Frame; markup: string } | null {
  const { picture } = card;
  if (!picture) return null;
  if (picture.kind === 'table') {
    if (picture.head.length < 2 || !picture.rows.length) return null;
    return { frame: beside, markup: drawTablePicture(picture, beside, world.measure) };
  }
  const drawings = world.findDrawing(picture.code);
  const fits = drawings.map((drawing) => {
    const frame = drawing.width / drawing.height > wideFrom ? below : beside;
    return { drawing, frame, scale: Math.min(frame.width / drawing.width, frame.height / drawing.height) };
  });
  const [best] = fits.sort((a, b) => b.scale - a.scale);
  return best ? { frame: best.frame, markup: drawDiagramPicture(best.drawing, best.frame) } : null;
}

function line(
  text: string,
  x: number,
  y: number,
  size: number,
  colour: 'ink' | 'muted' | null,
  weight: number,
): string {
  const fill = colour ? ` fill="${cardPalette[colour]}"` : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}"${fill} xml:space="preserve">${escapeXml(text)}</text>`;
}

function rule(x: number, y: number, length: number): string {
  return `<path d="M${x} ${y}h${round(length)}" stroke="${cardPalette.line}" stroke-width="2"/>`;
}

/** The site's mark: three layers, the lower the wider. */
function siteMark(x: number, baseline: number): string {
  const path = (d: string, opacity: number) => `<path d="${d}" opacity="${opacity}"/>`;
  return `<g transform="translate(${round(x)} ${baseline - 20})" fill="none" stroke="${cardPalette.ink}" stroke-width="3" stroke-linecap="round">${path('M8 2h12', 1)}${path('M5 11h18', 0.72)}${path('M2 20h24', 0.48)}</g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
