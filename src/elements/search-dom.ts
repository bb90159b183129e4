/** Builds the small DOM pieces that the search interface is made of. Text only ever becomes text nodes. */
import type { Segment } from '../search/excerpt.ts';

/** An element with attributes and children; `null` attributes are left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | null> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A button that does something here. */
export function makeButton(label: string, className: string, onClick: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button', class: className }, label);
  button.addEventListener('click', onClick);
  return button;
}

/** Text with the words that were searched in `<mark>`. */
export function makeSegments(segments: readonly Segment[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const { text, hit } of segments) fragment.append(hit ? make('mark', {}, text) : text);
  return fragment;
}

const shapes = {
  lead: 'M4 3.5h8v9H4zM6 6.5h4M6 9h4',
  section: 'M6.5 2.5 5 13.5M11 2.5 9.5 13.5M3 6h10.5M2.5 10H13',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 3.5v9',
  diagram: 'M2.5 5.5h4v4h-4zM9.5 2.5h4v4h-4zM9.5 9.5h4v4h-4zM6.5 7.5h1.5v-3h1.5M8 7.5v4h1.5',
  term: 'M3 3.5h6.5a2 2 0 0 1 2 2v7H5a2 2 0 0 1-2-2zM5.5 6.5h3.5',
} as const;

/** A line drawing for a kind of hit; always stands beside a word, so it is hidden from screen readers. */
export function makeIcon(name: keyof typeof shapes): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'search-icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}
