import { diagramsWords } from '#words';

/** What a diagram type is called in the site's language; the word for any diagram where it is not known. */
export function nameDiagramType(type: string): string {
  const { types } = diagramsWords();
  if (type in types) return types[type as keyof typeof types];
  return type.startsWith('railroad') ? types.railroad : types.other;
}
