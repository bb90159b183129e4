/**
 * Runs in the reader's browser, to which its text is sent: it may use nothing from outside. Before the edition is
 * printed, writes into `data-page` of every link of its contents, and of every link from one note to another, on which
 * sheet its target begins; `book.css` shows it. CSS has `target-counter()` for this, which no browser supports
 * (https://drafts.csswg.org/css-content-3/#target-counter), so the edition is laid out as columns of a sheet's size:
 * browsers break columns by the rules by which they break sheets.
 * @param named a page as it is named, with `{}` for its number
 */
export function numberPages(named: string): void {
  const millimetre = 96 / 25.4;
  /** A4 (`size` in book.css) without its margins. */
  const width = (210 - 2 * 16) * millimetre;
  const height = (297 - 2 * 18) * millimetre;
  const columns = new CSSStyleSheet();
  columns.replaceSync(
    `html{margin:0!important}body{margin:0!important;inline-size:${width}px!important;block-size:${height}px!important;` +
      `columns:auto ${width}px!important;column-gap:0!important;column-fill:auto!important;overflow:visible!important}` +
      'main.sheet{margin:0!important;padding:0!important;max-inline-size:none!important;inline-size:auto!important}' +
      '[data-paper=turned]{break-before:column!important;break-after:column!important}',
  );

  /** Media queries as paper answers them; returns what undoes it. */
  function takePaper(): () => void {
    const undo: (() => void)[] = [];
    const set = (media: MediaList, text: string) => {
      const before = media.mediaText;
      undo.push(() => (media.mediaText = before));
      media.mediaText = text;
    };
    const answer = (media: MediaList) => {
      const text = media.mediaText;
      const [, sign, rem] = /^\(width (>=|<) ([\d.]+)rem\)$/u.exec(text) ?? [];
      if (text === 'print') set(media, 'all');
      else if (text === 'screen') set(media, 'not all');
      else if (sign) set(media, width >= Number(rem) * 16 === (sign === '>=') ? 'all' : 'not all');
    };
    const walk = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) answer(rule.media);
        if (rule instanceof CSSGroupingRule) walk(rule.cssRules);
      }
    };
    for (const sheet of document.styleSheets) {
      answer(sheet.media);
      walk(sheet.cssRules);
    }
    document.adoptedStyleSheets.push(columns);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== columns);
      for (const step of undo.reverse()) step();
    };
  }

  // Links in drawings are left as they are: a number would not fit into a box.
  const links = [
    ...document.querySelectorAll<HTMLAnchorElement>('.print-edition a[href^="#"]:not(svg a)'),
  ].flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const note = target?.closest('.print-note');
    return target && note && note !== link.closest('.print-note') ? [{ link, target }] : [];
  });

  function findPages(): string[] {
    const start = document.body.getBoundingClientRect().left;
    return links.map(({ target }) => {
      const left = (target.getClientRects()[0] ?? target.getBoundingClientRect()).left;
      // What begins at a column's edge may hang out of it by a fraction.
      return named.replace('{}', String(Math.floor((left - start) / width + 0.05) + 1));
    });
  }

  addEventListener('beforeprint', () => {
    const { scrollX, scrollY } = window;
    // As wide as most numbers are.
    for (const { link } of links) link.dataset['page'] ??= named.replace('{}', '000');
    const undo = takePaper();
    // Numbers are of other widths than what stood for them, and may move what follows.
    for (let time = 0; time < 3; time++) {
      const pages = findPages();
      if (links.every(({ link }, at) => link.dataset['page'] === pages[at])) break;
      for (const [at, { link }] of links.entries()) link.dataset['page'] = pages[at];
    }
    undo();
    scrollTo(scrollX, scrollY);
  });
}

/** What an edition's page runs. `named` as for `numberPages`. */
export function writePageReferencesScript(named: string): string {
  return `(${numberPages.toString()})(${JSON.stringify(named).replaceAll('<', '\\u003c')})`;
}
