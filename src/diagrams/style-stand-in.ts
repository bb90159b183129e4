/** What stands for Mermaid's style element where the page's policy forbids those: text that nobody shows. */
const mark = 'data-style-rules';

/**
 * Runs Mermaid while every style element it makes is a stand-in. The policy blocks the real ones, even unread, and
 * reports each.
 */
export async function withoutStyleElements<Result>(work: () => Promise<Result>): Promise<Result> {
  const make = Document.prototype;
  const own = document as unknown as Record<string, unknown>;
  const standIn = (): Element => {
    const element = make.createElementNS.call(document, 'http://www.w3.org/2000/svg', 'desc');
    element.setAttribute(mark, '');
    return element;
  };
  own['createElement'] = (name: string, options?: ElementCreationOptions) =>
    name === 'style' ? standIn() : make.createElement.call(document, name, options);
  own['createElementNS'] = (space: string | null, name: string) =>
    name === 'style' ? standIn() : make.createElementNS.call(document, space, name);
  try {
    return await work();
  } finally {
    delete own['createElement'];
    delete own['createElementNS'];
  }
}

/** Splits what Mermaid drew that way into its style rules and the rest. */
export function takeStyleRules(markup: string): { rules: string; rest: string } {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const found = [...template.content.querySelectorAll(`[${mark}]`)];
  for (const element of found) element.remove();
  return { rules: found.map((element) => element.textContent).join('\n'), rest: template.innerHTML };
}
