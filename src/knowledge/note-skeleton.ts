import type { Library } from './library.ts';
import type { CollectionName } from './schema.ts';

/** The text of a new note: every field its collection asks for, filled so that the check accepts it. */
export function writeSkeleton(
  collection: CollectionName,
  id: string,
  today: string,
  library: Library,
): string {
  const review = `${Number(today.slice(0, 4)) + 1}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`;
  const map = library.notes.find((note) => note.collection === collection && note.fields['role'] === 'map');
  const limitation = library.notes.find((note) => note.fields['role'] === 'limitation')?.id ?? id;
  const example = library.notes.find((note) => note.collection === 'case')?.id ?? id;
  const fields: Record<CollectionName, string[]> = {
    overview: ['role: foundation'],
    stack: [
      'role: technique # layer, box, technique',
      'layer: model # infrastructure, model, interface, application',
    ],
    'business-model': [
      'role: model',
      'payer: 누가 내는가',
      'paysFor: 무엇에 내는가',
      'revenue: 어떻게 세는가',
      'keyResource: 무엇이 있어야 하는가',
      'risk: 무엇이 무너뜨리는가',
      `examples: [${example}]`,
      'layers: [model]',
    ],
    limitation: [
      'role: limitation',
      'category: technical # technical, ethical-social',
      'countermeasures:',
      '  - { text: 무엇이 줄이는가, notes: [] }',
    ],
    consideration: [
      'role: duty',
      'actor: enterprise # government, enterprise, individual',
      'action: 무엇을 하는가',
      'remark: 무엇을 위해 하는가',
      `answers: [${limitation}]`,
    ],
    case: [
      'organisation: 누가 운영하는가',
      'status: running # running, changed, closing, corrected',
      'verdict: 어떤 예인가',
    ],
    glossary: ['definition: 한 문장 정의.'],
  };
  return `---
title: ${id}
summary: 이것이 무엇인지 한 문장으로 적는다.
asOf: ${today}
reviewBy: ${review}
tags: []
aliases: []
${map ? `parent: ${map.id}\n` : ''}${fields[collection].join('\n')}
relations: []
---

## 무엇인가

`;
}
