/**
 * Says of every table frame whether it shows the whole table (`data-fits`): then it need not scroll, and the header
 * can stick to the window. Typed columns become sortable.
 */
const frames = document.querySelectorAll<HTMLElement>('.table-frame');
const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const frame = target.closest('.table-frame');
    const table = frame?.querySelector('table');
    if (!(frame instanceof HTMLElement) || !table) continue;
    const fits = table.offsetWidth <= frame.clientWidth;
    frame.toggleAttribute('data-fits', fits);
    // A frame that does not scroll need not be a stop of the Tab key.
    if (fits && frame.scrollHeight <= frame.clientHeight) frame.removeAttribute('tabindex');
    else frame.tabIndex = 0;
  }
});
for (const frame of frames) {
  watcher.observe(frame);
  const table = frame.querySelector('table');
  if (table) watcher.observe(table);
}

if (document.querySelector('th[data-sort]')) (await import('./table-sort.ts')).makeSortable();

// Without an import of its own this file would not be a module.
export {};
