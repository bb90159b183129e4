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
