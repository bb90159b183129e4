/** The words that diagrams start with, the usual ones first. */
const headers = [
  'flowchart',
  'graph',
  'sequenceDiagram',
  'classDiagram',
  'stateDiagram-v2',
  'erDiagram',
  'gantt',
  'pie',
  'mindmap',
  'timeline',
  'quadrantChart',
  'xychart-beta',
  'sankey-beta',
  'block-beta',
  'architecture-beta',
  'packet-beta',
  'kanban',
  'radar-beta',
  'treemap-beta',
  'C4Context',
  'C4Container',
  'C4Component',
  'C4Dynamic',
  'C4Deployment',
  'requirementDiagram',
  'gitGraph',
  'journey',
  'venn-beta',
  'ishikawa-beta',
  'treeView-beta',
  'eventmodeling',
  'wardley-beta',
  'cynefin-beta',
  'usecase-beta',
  'swimlane-beta',
  'agentflow-beta',
  'railroad-beta',
  'railroad-ebnf-beta',
  'railroad-abnf-beta',
  'railroad-peg-beta',
];

/** The header that an author most likely meant, or null when none is near. */
export function suggestHeader(word: string): string | null {
  const wanted = word.toLowerCase();
  // What of it cannot be read as a sequence only a plugin of Mermaid's draws.
  if (wanted === 'zenuml') return 'sequenceDiagram';
  const longer = headers.find((header) => wanted.length > 3 && header.toLowerCase().startsWith(wanted));
  if (longer) return longer;
  const near = headers
    .map((header) => ({
      header,
      distance: Math.min(
        measureDistance(wanted, header.toLowerCase()),
        measureDistance(wanted, header.toLowerCase().replace(/-(?:beta|v2)$/, '')),
      ),
    }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.max(2, Math.floor(wanted.length / 3)) ? near.header : null;
}

/** The number of letters to insert, drop or change between two words. */
function measureDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
