/** What can be done with a drawing besides looking at it. */
import { readingWords } from '#words';
import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';
import { findShown, readSource } from './diagram-source.ts';
import { openMenu, type MenuItem } from './popup-menu.ts';
import { nameOf } from './section-name.ts';

/** The menu of a figure on the page. */
export function openDiagramMenu(figure: HTMLElement, opener: HTMLElement): void {
  const diagram = figure.querySelector('mermaid-diagram');
  if (!diagram) return;
  const labels = readingWords().figures;
  const title = figure.querySelector('.figure-title')?.textContent?.trim() || labels.untitled;
  const words = figure.querySelector<HTMLDetailsElement>('details.diagram-text');
  const copy = figure.querySelector<HTMLButtonElement>('[data-copy-section]');
  const svg = () => findShown(figure);
  openMenu(opener, labels.named(title, labels.menu), [
    ...listExports(svg, readSource(diagram), title),
    ...(copy ? [{ label: labels.copyLink, run: () => copy.click() }] : []),
    ...(copy ? [{ label: labels.copyTitled, run: () => copyTitled(copy) }] : []),
    ...(words ? [{ label: labels.openWords, run: () => openWords(words) }] : []),
  ]);
}

/** The menu inside the dialog, for the drawing that is there now. */
export function openDialogMenu(
  opener: HTMLElement,
  { svg, code, title }: { svg: () => SVGSVGElement | null; code: string; title: string },
): void {
  openMenu(opener, readingWords().figures.menu, listExports(svg, code, title));
}

function listExports(svg: () => SVGSVGElement | null, code: string, title: string): MenuItem[] {
  const labels = readingWords().figures;
  const { copyFailed } = readingWords();
  const copySource: MenuItem = {
    label: labels.copySource,
    run: async () => announce((await copyText(code)) ? labels.sourceCopied : copyFailed),
  };
  const save = (work: 'saveSvg' | 'savePng', done: string) => async () => {
    const drawing = svg();
    if (!drawing) return;
    try {
      const saving = await import('./save-drawing.ts');
      await saving[work](drawing, title);
      announce(done);
    } catch {
      announce(labels.notSaved);
    }
  };
  if (!svg()) return [copySource];
  return [
    copySource,
    { label: labels.saveSvg, run: save('saveSvg', labels.savedSvg) },
    { label: labels.savePng, run: save('savePng', labels.savedPng) },
  ];
}

async function copyTitled(copy: HTMLButtonElement): Promise<void> {
  const { note, section } = nameOf(copy);
  const text = `${[note, section].filter(Boolean).join(' › ')}\n${copy.dataset['url'] ?? ''}`;
  const { figures, copyFailed } = readingWords();
  announce((await copyText(text)) ? figures.titledCopied : copyFailed);
}

function openWords(words: HTMLDetailsElement): void {
  words.open = true;
  const summary = words.querySelector('summary');
  summary?.focus({ preventScroll: true });
  words.scrollIntoView({ block: 'nearest' });
}
