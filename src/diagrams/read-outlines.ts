import { diagramsWords } from '#words';
import type { DiagramBody, OutlineItem } from './graph.ts';
import { asList, asRecord, asTexts, ask, readLabel, type Loose } from './loose.ts';

/** Mind maps, trees, boards and other diagrams that are a list of lists; null for other types. */
export function readOutline(type: string, db: unknown): DiagramBody | null {
  const items = readItems(type, db);
  return items && items.length > 0
    ? { kind: 'outline', items, ...(type === 'gitGraph' ? { ordered: true } : {}) }
    : null;
}

function readItems(type: string, db: unknown): OutlineItem[] | null {
  switch (type) {
    case 'mindmap':
      return [readTree(asRecord(ask(db, 'getMindmap')), 'descr')];
    case 'treeView':
      return asList(asRecord(ask(db, 'getRoot'))['children']).map((child) => readTree(child, 'name'));
    case 'ishikawa':
      return [readTree(asRecord(ask(db, 'getRoot')), 'text')];
    case 'treemap':
      return asList(asRecord(ask(db, 'getRoot'))['children']).map((child) => readTree(child, 'name'));
    case 'kanban':
      return readKanban(db);
    case 'timeline':
      return readTimeline(db);
    case 'cynefin':
      return readCynefin(db);
    case 'venn':
      return readVenn(db);
    case 'gitGraph':
      return readCommits(db);
    default:
      return type.startsWith('railroad') ? readRules(db) : null;
  }
}

function readTree(node: Loose, name: string): OutlineItem {
  const { value } = node;
  const isAmount = typeof value === 'number';
  return {
    label: readLabel(node[name]) + (isAmount ? `: ${formatNumber(value)}` : ''),
    ...(isAmount ? { value } : {}),
    items: asList(node['children']).map((child) => readTree(child, name)),
  };
}

function readKanban(db: unknown): OutlineItem[] {
  const nodes = asList(asRecord(ask(db, 'getData'))['nodes']);
  return nodes
    .filter((node) => node['isGroup'] === true)
    .map((section) => ({
      label: readLabel(section['label']),
      items: nodes
        .filter((node) => node['parentId'] === section['id'])
        .map((node) => {
          const more = [node['ticket'], node['assigned'], node['priority']].map(readLabel).filter(Boolean);
          return {
            label: readLabel(node['label']) + (more.length ? ` (${more.join(', ')})` : ''),
            items: [],
          };
        }),
    }));
}

function readTimeline(db: unknown): OutlineItem[] {
  const tasks = asList(ask(db, 'getTasks'));
  const periods = (section: string): OutlineItem[] =>
    tasks
      .filter((task) => readLabel(task['section']) === section)
      .map((task) => ({
        label: readLabel(task['task']),
        items: asTexts(task['events']).map((event) => ({ label: event, items: [] })),
      }));
  const sections = asTexts(ask(db, 'getSections'));
  const loose = periods('');
  return [
    ...loose,
    ...sections.map((section) => ({ label: section, isSection: true, items: periods(section) })),
  ];
}

function readCynefin(db: unknown): OutlineItem[] {
  const domains: Record<string, string> = diagramsWords().parts.domains;
  return asList(ask(db, 'getDomains')).map((domain) => ({
    label: domains[String(domain['name'])] ?? readLabel(domain['name']),
    items: asList(domain['items']).map((item) => ({ label: readLabel(item['label']), items: [] })),
  }));
}

function readVenn(db: unknown): OutlineItem[] {
  const texts = asList(ask(db, 'getTextData'));
  const subsets = asList(ask(db, 'getSubsetData'));
  const names = new Map(
    subsets
      .filter((set) => asTexts(set['sets']).length === 1)
      .map((set) => [asTexts(set['sets'])[0] ?? '', readLabel(set['label'])]),
  );
  return subsets.map((set) => {
    const sets = asTexts(set['sets']);
    const label = readLabel(set['label']) || sets.map((id) => names.get(id) || id).join(', ');
    const where = sets.length > 1 ? diagramsWords().parts.overlap(sets.map((id) => names.get(id) || id)) : '';
    const inside = texts.filter((text) => asTexts(text['sets']).join() === sets.join());
    return {
      label: label + where,
      items: inside.map((text) => ({ label: readLabel(text['label']) || readLabel(text['id']), items: [] })),
    };
  });
}

function readCommits(db: unknown): OutlineItem[] {
  return asList(ask(db, 'getCommitsArray')).map((commit) => {
    const tags = asTexts(commit['tags']);
    const message = readLabel(commit['message']).replace(
      /^merged branch (.+) into (.+)$/,
      (_, branch: string) => diagramsWords().parts.merged(branch),
    );
    const name =
      [readGivenId(commit), message].filter(Boolean).join(' · ') ||
      diagramsWords().parts.commit(Number(commit['seq']) + 1);
    const branch = readLabel(commit['branch']);
    return {
      label: `${branch}: ${name}${tags.length ? ` (${tags.join(', ')})` : ''}`,
      commit: { id: String(commit['id']), branch, name, tags, parents: asTexts(commit['parents']) },
      items: [],
    };
  });
}

/** Mermaid gives a commit without a name a random one, which says nothing. */
function readGivenId(commit: Loose): string {
  const id = readLabel(commit['id']);
  return /^\d+-[\da-f]{7}$/.test(id) ? '' : id;
}

function readRules(db: unknown): OutlineItem[] {
  return asList(ask(db, 'getRules')).map((rule) => ({
    label: `${readLabel(rule['name'])} = ${writeRule(asRecord(rule['definition']))}`,
    items: [],
  }));
}

/** A grammar rule in one line: `a b`, `a | b`, `[a]`, `{a}`. */
function writeRule(rule: Loose): string {
  const inner = (): string => writeRule(asRecord(rule['element']));
  switch (rule['type']) {
    case 'sequence':
      return asList(rule['elements']).map(writeRule).join(' ');
    case 'choice':
      return `(${asList(rule['alternatives']).map(writeRule).join(' | ')})`;
    case 'optional':
      return `[${inner()}]`;
    case 'repetition':
      return rule['min'] === 0 ? `{${inner()}}` : `{${inner()}}+`;
    case 'terminal':
      return `"${readLabel(rule['value'])}"`;
    default:
      return readLabel(rule['name']) || readLabel(rule['value']) || readLabel(rule['text']);
  }
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat('ko-KR', { maximumFractionDigits: 4 }).format(value);
}
