/** The Mermaid source that the page holds for a `<mermaid-diagram>`. */
export function readSource(diagram: Element): string {
  return diagram.querySelector(':scope > .mermaid-source')?.textContent ?? '';
}

/** A figure's id; figures made from data have none, and are counted. */
export function nameFigure(diagram: Element): string {
  return (
    diagram.closest('figure')?.id || `_${[...document.querySelectorAll('mermaid-diagram')].indexOf(diagram)}`
  );
}

/** The form of a figure that its room shows; the first one where none is. */
export function findShown(figure: Element): SVGSVGElement | null {
  const forms = [...figure.querySelectorAll<SVGSVGElement>('.diagram-frame > svg, .diagram-narrow > svg')];
  return forms.find((form) => form.checkVisibility()) ?? forms[0] ?? null;
}
