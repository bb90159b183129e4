/** Diagrams that the build could not draw, drawn where they are read. */
import { readingWords } from '#words';
import type { NodeLink } from '../diagrams/bindings.ts';
import { chooseRoom, readRoom } from '../diagrams/drawing-room.ts';
import { readSource } from './diagram-source.ts';

/** Puts the drawing in the place of its source, or says why the source stays. */
export async function drawUndrawn(diagram: HTMLElement): Promise<void> {
  const frame = diagram.querySelector('.diagram-frame');
  const figure = diagram.closest('figure');
  if (!frame || !figure || diagram.dataset['undrawn'] === undefined) return;
  const { drawDiagram } = await import('./draw-diagram.ts');
  const drawn = await drawDiagram(readSource(diagram), readLinks(diagram));
  if ('problem' in drawn) {
    const { line, message } = drawn.problem;
    const note = document.createElement('p');
    note.className = 'diagram-undrawn';
    note.textContent = readingWords().figures.undrawn(line, message);
    frame.prepend(note);
    return;
  }
  const label = frame.ariaLabel ?? '';
  const { drawing } = drawn;
  frame.innerHTML = drawing.svg;
  nameDrawing(frame, label);
  figure.dataset['room'] = chooseRoom(readRoom(drawing));
  if (drawing.narrow) {
    const narrow = document.createElement('div');
    narrow.className = 'diagram-narrow';
    narrow.innerHTML = drawing.narrow.svg;
    nameDrawing(narrow, label);
    diagram.after(narrow);
    figure.classList.add('has-narrow');
  }
  delete diagram.dataset['undrawn'];
}

/** Where the nodes of a diagram lead: what the build wrote for an undrawn one, else what its drawing holds. */
export function readLinks(diagram: HTMLElement): Map<string, NodeLink> {
  const written = diagram.dataset['links'];
  if (written) return new Map(JSON.parse(written) as [string, NodeLink][]);
  const links = new Map<string, NodeLink>();
  for (const node of diagram.querySelectorAll('.diagram-frame svg a[href] > [data-node]')) {
    const id = node.getAttribute('data-node') ?? '';
    const link = node.parentElement;
    const title = link?.getAttribute('aria-label')?.split(': ').slice(1).join(': ');
    links.set(id, { href: link?.getAttribute('href') ?? '', ...(title ? { title } : {}) });
  }
  return links;
}

function nameDrawing(place: Element, label: string): void {
  const svg = place.querySelector('svg');
  if (svg && !svg.hasAttribute('aria-labelledby')) svg.setAttribute('aria-label', label);
}
