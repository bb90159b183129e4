/** The box of all that is painted, in the SVG's user units; Mermaid's own viewBox sometimes cuts or pads. */
export function measureContent(svg: SVGSVGElement): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const matrix = svg.getScreenCTM()?.inverse();
  for (const element of svg.querySelectorAll<SVGGraphicsElement>(
    'path,rect,circle,ellipse,line,polygon,polyline,text,foreignObject',
  )) {
    if (element.closest('defs,marker,clipPath,pattern,mask,symbol')) continue;
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden') continue;
    const ctm = element.getScreenCTM();
    const box = element.getBBox();
    const isText = element.localName === 'text' || element.localName === 'foreignObject';
    if (
      !ctm ||
      !matrix ||
      (isText ? !element.textContent?.trim() : style.fill === 'none' && style.stroke === 'none')
    )
      continue;
    if (box.width === 0 && box.height === 0) continue;
    const grow = isText || style.stroke === 'none' ? 0 : parseFloat(style.strokeWidth) / 2 || 0;
    const toRoot = matrix.multiply(ctm);
    for (const [x, y] of [
      [box.x - grow, box.y - grow],
      [box.x + box.width + grow, box.y - grow],
      [box.x - grow, box.y + box.height + grow],
      [box.x + box.width + grow, box.y + box.height + grow],
    ] as const) {
      const point = new DOMPoint(x, y).matrixTransform(toRoot);
      left = Math.min(left, point.x);
      right = Math.max(right, point.x);
      top = Math.min(top, point.y);
      bottom = Math.max(bottom, point.y);
    }
  }
  if (!Number.isFinite(left)) return { x: 0, y: 0, width: 1, height: 1 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
