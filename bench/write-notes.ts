import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Notes of which no two share a text; larger folders hold them again under other names and titles. */
const distinct = 416;

/**
 * Writes `count` Korean notes into a folder, the same ones every time: prose, a table and one or two diagrams each (496
 * in 416 notes, no two of them the same), mixed from what our own notes say, so that words, tables and diagrams are as long and as varied as
 * people's.
 */
export async function writeNotes(folder: string, count: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const material = await readMaterial();
  for (let index = 0; index < count; index++) {
    const path = join(folder, nameNote(index));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, writeNote(index, count, material));
  }
}

/** Where a note lies in the folder. */
function nameNote(index: number): string {
  return `folder-${Math.floor(index / 60)}/note-${index}.md`;
}

interface Material {
  sentences: string[];
  headings: string[];
  tables: string[];
  diagrams: string[];
}

function writeNote(
  index: number,
  count: number,
  { sentences, headings, tables, diagrams }: Material,
): string {
  const random = openRandom(index % distinct);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const prose = () => Array.from({ length: 5 }, () => pick(sentences)).join(' ');
  const diagram = (place: number) => {
    const code = diagrams[((index % distinct) + place * 31) % diagrams.length] ?? '';
    return `\`\`\`mermaid\n${nameDiagram(code.trimEnd(), `${index % distinct}-${place}`)}\n\`\`\`\n`;
  };
  const sections = Array.from(
    { length: 5 },
    (_, place) => `## ${pick(headings)} ${place + 1}\n\n${prose()}\n`,
  );
  const other = (index * 7 + 1) % count;
  return [
    `---\ntitle: ${pick(headings)} ${index}\ndate: 2026-01-${String((index % 28) + 1).padStart(2, '0')}\ntags: [${pick(headings).split(' ')[0]}]\n---\n`,
    `${prose()} [다른 노트](../${nameNote(other)})\n`,
    sections[0],
    diagram(0),
    ...sections.slice(1, 3),
    pick(tables),
    ...sections.slice(3),
    ...(index % 26 < 5 ? [diagram(1)] : []),
  ].join('\n');
}

/** The diagram with a mark in its first label: what is only a comment draws nothing of its own. */
function nameDiagram(code: string, mark: string): string {
  return code.replace(/(?:["[({]|: | as )[^\n\])":;|]*[가-힣]/u, `$& ${mark}`);
}

async function readMaterial(): Promise<Material> {
  const material: Material = { sentences: [], headings: [], tables: [], diagrams: [] };
  for (const path of globSync('content/*/*.md').sort()) {
    const body = (await readFile(path, 'utf8')).replace(/^---\n[\s\S]*?\n---\n/u, '');
    for (const [, code = ''] of body.matchAll(/^```mermaid[^\n]*\n([\s\S]*?)^```$/gmu))
      if (/^(?:flowchart|sequenceDiagram|stateDiagram|timeline|mindmap)/mu.test(code))
        material.diagrams.push(code.replace(/^ *click .*\n/gmu, ''));
    const text = body.replace(/^(`{3,})[\s\S]*?^\1$/gmu, '').replace(/^#.*$/gmu, '\n$&\n');
    const blocks = text.split(/\n{2,}/u);
    for (const block of blocks.map((each) => each.trim())) {
      if (/[[<{:$^~]|^[>*\d-]/u.test(block)) continue;
      const heading = /^##+ (.+)$/u.exec(block)?.[1];
      if (heading) material.headings.push(heading.replace(/["'#]/gu, ''));
      else if (block.startsWith('|')) material.tables.push(`${block.trim()}\n`);
      else if (!block.startsWith('#')) material.sentences.push(...block.split(/(?<=\.)\s+/u).filter(Boolean));
    }
  }
  return material;
}

/** mulberry32: the low bits of a simpler generator repeat, and most sentences would never be written. */
function openRandom(seed: number): () => number {
  let state = seed * 7919 + 7;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
