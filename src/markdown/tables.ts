import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { notesWords } from '#words';
import { findColumnType } from '../knowledge/cell-value.ts';
import { findRowSpans } from '../knowledge/row-groups.ts';
import { fitsPhone } from '../knowledge/table-width.ts';
import { writeCopyUrl } from '../knowledge/share-pages.ts';
import type { FindContext } from './render-context.ts';
import { takePlace } from './places.ts';
import { anchorAlias, copyButton } from './section-links.ts';
import { SKIP, visit } from './visit.ts';

/** Columns for which a sheet of paper has room: of ten each holds a date. More are printed row by row. */
const mostOnPaper = 10;

/**
 * Tables become figures with an id, a caption and a frame that scrolls; blank leading cells become row groups.
 * `<!-- table: plain -->` right before a table keeps its cells as they are written.
 */
export function rehypeTables(options: { find: FindContext }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = await options.find(file);
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return;
      alignCells(node);
      if (node.properties['dataRaw'] !== undefined) {
        delete node.properties['dataRaw'];
        visit(node, 'element', (cell) => {
          if (cell.tagName === 'th' && isBlank(cell)) cell.tagName = 'td';
        });
        parent.children[index] = frameTable(node, labelOf(node, ''));
        return [SKIP, index + 1];
      }
      const table = context?.note.outline.tables[takePlace(node.properties, 'dataTable')];
      const isPlain = node.properties['dataPlain'] !== undefined;
      delete node.properties['dataPlain'];
      pinFirstColumn(node);
      const columns = headCells(node).length;
      if (columns > mostOnPaper) nameCells(node);
      if (!isPlain) groupRows(node);
      markHeaders(node);
      const caption =
        typeof node.properties['dataCaption'] === 'string' ? node.properties['dataCaption'] : '';
      delete node.properties['dataCaption'];
      const isSortable = node.properties['dataSortable'] !== undefined;
      delete node.properties['dataSortable'];
      const frame = frameTable(node, labelOf(node, caption));
      const id = table?.id ?? '';
      const button =
        context && id
          ? [copyButton(id, writeCopyUrl(id, context.note, context), caption || notesWords().table.thisOne)]
          : [];
      const sortable = markTypes(node, isSortable);
      const figcaption = [
        h('figcaption', [
          h('span', caption),
          ...button,
          ...(isSortable && sortable ? [tableFilter(caption)] : []),
          tableCopyButton(caption),
        ]),
      ];
      parent.children[index] = h(
        'figure',
        {
          className: [
            'table-figure',
            ...(columns > 4 ? ['is-wide'] : []),
            ...(columns > mostOnPaper ? ['is-vast'] : []),
            ...(fitsPhone(spreadWithHeads(node)) ? ['is-narrow'] : []),
          ],
          ...(id ? { id } : {}),
          ...(caption ? { dataCaption: caption } : {}),
          dataColumns: columns,
        },
        [...(table?.aliases ?? []).map(anchorAlias), ...figcaption, frame],
      );
      return [SKIP, index + 1];
    });
  };
}

/**
 * Marks the columns that can be sorted: those whose cells are numbers of one unit or dates, and every column of a table
 * that is made from typed data. The browser adds the buttons; the room for them is there from the start.
 */
function markTypes(table: Element, isGenerated: boolean): boolean {
  const rows = rowsOf(table, 'tbody').map(cellsOf);
  if (rows.length < 3) return false;
  const columns = spreadCells(rows);
  let isMarked = false;
  headCells(table).forEach((head, x) => {
    const type = findColumnType(columns[x] ?? []);
    if (head.tagName === 'td' || (type === 'text' && !isGenerated)) return;
    head.properties['dataSort'] = type;
    isMarked = true;
  });
  return isMarked;
}

/** What each column says, its header first. */
function spreadWithHeads(table: Element): string[][] {
  const columns = spreadCells(rowsOf(table, 'tbody').map(cellsOf));
  return headCells(table).map((head, x) => [toString(head).trim(), ...(columns[x] ?? [])]);
}

/** What each column says from top to bottom, where a cell that spans rows counts once. */
function spreadCells(rows: readonly Element[][]): string[][] {
  const columns: string[][] = [];
  /** Of each column, how many further rows its last cell covers. */
  const covered: number[] = [];
  for (const row of rows) {
    const cells = [...row];
    for (let x = 0; x < Math.max(columns.length, row.length); x++) {
      if ((covered[x] ?? 0) > 0) {
        covered[x] = (covered[x] ?? 0) - 1;
        continue;
      }
      const cell = cells.shift();
      if (!cell) continue;
      (columns[x] ??= []).push(toString(cell).trim());
      covered[x] = Number(cell.properties['rowSpan'] ?? 1) - 1;
    }
  }
  return columns;
}

/** Leaves only the rows with some words; works with `elements/table-sort.ts`. */
function tableFilter(caption: string): Element {
  return h('input', {
    type: 'search',
    className: ['table-filter', 'needs-script'],
    dataTableFilter: '',
    ariaLabel: notesWords().table.find(caption),
    placeholder: notesWords().table.findHere,
    autoComplete: 'off',
  });
}

/** Opens the choice between Markdown and CSV; like every button that copies, it is not there without JavaScript. */
function tableCopyButton(caption: string): Element {
  return h(
    'button',
    {
      type: 'button',
      className: ['table-copy', 'needs-script'],
      dataCopyTable: '',
      ariaLabel: caption ? notesWords().table.copyNamed(caption) : notesWords().table.copy,
      ariaHasPopup: 'menu',
      dataPagefindIgnore: '',
    },
    notesWords().table.copy,
  );
}

/** The attribute that says how a column is aligned is no longer HTML's; the style sheet reads ours. */
function alignCells(table: Element): void {
  for (const row of [...rowsOf(table, 'thead'), ...rowsOf(table, 'tbody')])
    for (const { properties } of cellsOf(row)) {
      if (typeof properties['align'] !== 'string') continue;
      properties['dataAlign'] = properties['align'];
      delete properties['align'];
    }
}

/** Says in each cell what its column is called: on paper a row of many cells is a paragraph, without those that say nothing. */
function nameCells(table: Element): void {
  const heads = headCells(table).map((head) => toString(head).trim());
  for (const row of rowsOf(table, 'tbody'))
    cellsOf(row).forEach((cell, x) => {
      if (isBlank(cell)) return;
      if (/^[-–—]$/u.test(toString(cell).trim()) && x > 0) cell.properties['dataBlank'] = '';
      else if (heads[x]) cell.properties['dataHead'] = heads[x];
    });
}

/** Marks the cells of the first column before row groups swallow some of them: a row's first cell may be its second. */
function pinFirstColumn(table: Element): void {
  for (const row of [...rowsOf(table, 'thead'), ...rowsOf(table, 'tbody')]) {
    const first = cellsOf(row)[0];
    if (first) first.properties['className'] = ['pin'];
  }
}

/** A frame that scrolls where the table is wider than the page. */
function frameTable(table: Element, label: string): Element {
  return h('div', { className: ['table-frame'], tabIndex: 0, role: 'group', ariaLabel: label }, [table]);
}

function labelOf(table: Element, caption: string): string {
  return (
    caption ||
    notesWords().table.named(
      toString(headCells(table)[0] ?? table)
        .trim()
        .slice(0, 60),
    )
  );
}

function rowsOf(table: Element, part: 'thead' | 'tbody'): Element[] {
  const section = table.children.find(
    (node): node is Element => node.type === 'element' && node.tagName === part,
  );
  return (section?.children ?? []).filter(
    (node): node is Element => node.type === 'element' && node.tagName === 'tr',
  );
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (node): node is Element => node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th'),
  );
}

function headCells(table: Element): Element[] {
  const row = rowsOf(table, 'thead')[0];
  return row ? cellsOf(row) : [];
}

function isBlank(cell: Element): boolean {
  const hasPicture = JSON.stringify(cell.children).includes('"tagName":"img"');
  return !hasPicture && toString(cell).trim() === '';
}

function groupRows(table: Element): void {
  const rows = rowsOf(table, 'tbody');
  const cells = rows.map(cellsOf);
  const spans = findRowSpans(
    cells.map((row) => row.map((cell) => (isBlank(cell) ? '' : toString(cell).trim() || '·'))),
  );
  /** A column whose cells always hold for as many rows as those before them says something of groups, and heads none. */
  const headsRows = (x: number) =>
    x === 0 ||
    spans.some(
      ({ [x - 1]: before = 0, [x]: own = 0 }) => own > 0 && own !== before && Math.max(own, before) > 1,
    );
  let lastOfGroup = rows.length - 1;
  for (let y = rows.length - 1; y >= 0; y--) {
    const row = rows[y];
    if (!row) continue;
    cells[y]?.forEach((cell, x) => {
      const span = spans[y]?.[x] ?? 1;
      if (span === 0) row.children.splice(row.children.indexOf(cell), 1);
      else if (span > 1) {
        cell.properties['rowSpan'] = span;
        if (!headsRows(x)) return;
        cell.tagName = 'th';
        cell.properties['scope'] = 'rowgroup';
      }
    });
    if (spans[y]?.[0] !== 0 && spans.some((line) => line[0] === 0)) {
      const last = rows[lastOfGroup];
      if (last) last.properties['className'] = ['ends-group'];
      lastOfGroup = y - 1;
    }
  }
}

/** Column headers say so; a grouped table's first column is made of headers throughout. */
function markHeaders(table: Element): void {
  for (const cell of headCells(table)) {
    // A blank corner heads nothing.
    if (isBlank(cell)) cell.tagName = 'td';
    else cell.properties['scope'] = 'col';
  }
  const rows = rowsOf(table, 'tbody');
  const isGrouped = rows.some((row) => cellsOf(row).some((cell) => cell.properties['rowSpan']));
  if (!isGrouped) return;
  let covered = 0;
  for (const row of rows) {
    const first = cellsOf(row)[0];
    if (covered > 0) {
      covered--;
      continue;
    }
    const span = Number(first?.properties['rowSpan'] ?? 1);
    if (first && span === 1 && !isBlank(first)) {
      first.tagName = 'th';
      first.properties['scope'] = 'row';
    }
    covered = span - 1;
  }
}
