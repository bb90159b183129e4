import type { Collection, Subject } from './subject.ts';

/**
 * The colours of a subject's collections as CSS: custom properties, what `data-hue` (a collection's class or name) means,
 * and the classes of nodes in drawings (`styles/diagram.css` says what they do with a hue).
 */
export function writeKindStyles({ collections }: Pick<Subject, 'collections'>): string {
  if (!collections.length) return '';
  const variable = ({ class: name }: Collection) => `--kind-${name}`;
  return [
    ':root {',
    ...collections.map(
      (collection) =>
        `  ${variable(collection)}: light-dark(${collection.hue.light}, ${collection.hue.dark});`,
    ),
    '}',
    ...collections.flatMap((collection) => {
      const names = new Set([collection.class, collection.name]);
      const selector = [...names].map((name) => `[data-hue=${quote(name)}]`).join(', ');
      return [
        `${selector} { --k: var(${variable(collection)}); }`,
        `.drawing .d-${collection.class} { --d-hue: var(${variable(collection)}); }`,
      ];
    }),
    `.drawing :is(${collections.map((collection) => `.d-${collection.class}`).join(', ')}) {`,
    '  --d-box: color-mix(in oklab, var(--d-hue) 9%, light-dark(#fefdfc, #282521));',
    '  --d-edge: color-mix(in oklab, var(--d-hue) 60%, light-dark(#858d9a, #736e67));',
    '}',
    '',
  ].join('\n');
}

/** A name inside a selector: everything but letters and digits as its code point. */
function quote(name: string): string {
  return `'${name.replace(/[^\p{L}\p{N}_-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}'`;
}
