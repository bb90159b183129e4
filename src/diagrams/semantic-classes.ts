/** The classes an author may put on a node (`:::risk`); `diagram.css` defines each in both schemes. */
export const semanticClasses: ReadonlySet<string> = new Set([
  'risk',
  'cost',
  'good',
  'warn',
  'muted',
  'overview',
  'stack',
  'business',
  'limitation',
  'consideration',
  'case',
  'term',
  'note',
]);
