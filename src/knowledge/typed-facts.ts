import { actorLabels, categoryLabels, instrumentLabels, layerLabels, statusLabels } from './labels.ts';
import type { Note } from './note.ts';
import type { Actor, Layer } from './schema.ts';

/** What a note's own fields tell at a glance: a law's force, a case's status, a storey of the stack. */
export function typedFacts(note: Note): { name: string; value: string }[] {
  const text = (field: string) => {
    const value = note.fields[field];
    return typeof value === 'string' ? value : '';
  };
  const facts: [string, string | undefined][] = [
    ['층', text('layer') && layerLabels[text('layer') as Layer]],
    ['구분', categoryLabels[text('category')]],
    ['주체', text('actor') && actorLabels[text('actor') as Actor]],
    ['종류', instrumentLabels[text('instrument')]],
    ['곳', text('jurisdiction')],
    ['시행·발행', text('inForce')],
    ['운영', text('organisation')],
    ['상태', statusLabels[text('status')]],
    ['약어', text('abbreviation')],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
