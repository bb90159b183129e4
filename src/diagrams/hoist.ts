import { isElement, walkElements, type SvgElement } from './svg-tree.ts';

/** Attributes that only text obeys, so that they may stand on any ancestor; with the value text has without them. */
const textAttributes = { 'text-anchor': 'start', 'font-size': '15', 'font-weight': '400' } as const;

/**
 * Moves the commonest value of each text attribute to the root, and leaves on each text only what differs from it.
 */
export function hoistTextAttributes(root: SvgElement): SvgElement {
  const texts = [...walkElements(root)].filter((element) => element.name === 'text');
  const common: Record<string, string> = {};
  for (const [name, standard] of Object.entries(textAttributes)) {
    const counts = new Map<string, number>();
    for (const text of texts) {
      const value = text.attributes[name] ?? standard;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    common[name] = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? standard;
  }
  const attributes = { ...root.attributes };
  for (const [name, standard] of Object.entries(textAttributes)) {
    // The size is always said: a style sheet's own would win over the attribute, so there is none.
    if (common[name] !== standard || name === 'font-size') attributes[name] = common[name] ?? standard;
  }
  return {
    ...root,
    attributes,
    children: root.children.map((child) => (isElement(child) ? relate(child, common) : child)),
  };
}

function relate(element: SvgElement, common: Record<string, string>): SvgElement {
  if (element.name !== 'text') {
    return {
      ...element,
      children: element.children.map((child) => (isElement(child) ? relate(child, common) : child)),
    };
  }
  const attributes = { ...element.attributes };
  for (const [name, standard] of Object.entries(textAttributes)) {
    const value = attributes[name] ?? standard;
    if (value === common[name]) delete attributes[name];
    else attributes[name] = value;
  }
  const children = element.children.map((child) => {
    if (!isElement(child)) return child;
    const own = { ...child.attributes };
    for (const [name, standard] of Object.entries(textAttributes)) {
      if (own[name] === (element.attributes[name] ?? standard)) delete own[name];
    }
    return { ...child, attributes: own };
  });
  return { ...element, attributes, children };
}
