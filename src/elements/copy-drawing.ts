/** A second copy of a drawing on the same page, with ids of its own. */
export function copyDrawing(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.removeAttribute('style');
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      const isReference =
        name === 'id' || name === 'aria-labelledby' || name === 'aria-describedby' || value.includes('url(#');
      if (isReference) element.setAttribute(name, value.replace(/\bd[\da-f]{8}(?=-)/g, '$&-z'));
    }
  }
  return copy;
}

/** The size in px at which a drawing's text is as large as the page's. */
export function drawingSize(svg: SVGSVGElement): [width: number, height: number] {
  const { width, height } = svg.viewBox.baseVal;
  return [width || 1, height || 1];
}
