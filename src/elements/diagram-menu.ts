/** What can be done with a drawing besides looking at it. */
import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';
import { readSource } from './diagram-source.ts';
import { openMenu, type MenuItem } from './popup-menu.ts';
import { nameOf } from './section-name.ts';

/** The menu of a figure on the page. */
export function openDiagramMenu(figure: HTMLElement, opener: HTMLElement): void {
  const diagram = figure.querySelector('mermaid-diagram');
  if (!diagram) return;
  const title = figure.querySelector('.figure-title')?.textContent?.trim() || '도식';
  const words = figure.querySelector<HTMLDetailsElement>('details.diagram-text');
  const copy = figure.querySelector<HTMLButtonElement>('[data-copy-section]');
  const svg = () => figure.querySelector<SVGSVGElement>('.diagram-frame > svg');
  openMenu(opener, `‘${title}’ 저장과 복사`, [
    ...listExports(svg, readSource(diagram), title),
    ...(copy ? [{ label: '그림 링크 복사', run: () => copy.click() }] : []),
    ...(copy ? [{ label: '제목과 링크 복사', run: () => copyTitled(copy) }] : []),
    ...(words ? [{ label: '글로 보기', run: () => openWords(words) }] : []),
  ]);
}

/** The menu inside the dialog, for the drawing that is there now. */
export function openDialogMenu(
  opener: HTMLElement,
  { svg, code, title }: { svg: () => SVGSVGElement | null; code: string; title: string },
): void {
  openMenu(opener, '저장과 복사', listExports(svg, code, title));
}

function listExports(svg: () => SVGSVGElement | null, code: string, title: string): MenuItem[] {
  const copySource: MenuItem = {
    label: '원본 복사',
    run: async () => announce((await copyText(code)) ? '원본을 복사했습니다' : '복사하지 못했습니다'),
  };
  const save = (work: 'saveSvg' | 'savePng', done: string) => async () => {
    const drawing = svg();
    if (!drawing) return;
    try {
      const saving = await import('./save-drawing.ts');
      await saving[work](drawing, title);
      announce(done);
    } catch {
      announce('저장하지 못했습니다');
    }
  };
  if (!svg()) return [copySource];
  return [
    copySource,
    { label: 'SVG 저장', run: save('saveSvg', 'SVG로 저장했습니다') },
    { label: 'PNG 저장 (2배)', run: save('savePng', 'PNG로 저장했습니다') },
  ];
}

async function copyTitled(copy: HTMLButtonElement): Promise<void> {
  const { note, section } = nameOf(copy);
  const text = `${[note, section].filter(Boolean).join(' › ')}\n${copy.dataset['url'] ?? ''}`;
  announce((await copyText(text)) ? '제목과 링크를 복사했습니다' : '복사하지 못했습니다');
}

function openWords(words: HTMLDetailsElement): void {
  words.open = true;
  const summary = words.querySelector('summary');
  summary?.focus({ preventScroll: true });
  words.scrollIntoView({ block: 'nearest' });
}
