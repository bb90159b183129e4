/** Plain text is the bare address; rich text is a link with the section's name. False when nothing was copied. */
export async function copyAsLink(url: string, name: string): Promise<boolean> {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = name;
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([url], { type: 'text/plain' }),
        'text/html': new Blob([link.outerHTML], { type: 'text/html' }),
      }),
    ]);
    return true;
  } catch {
    return copyText(url);
  }
}

/** Also for pages without a secure origin, and browsers that only take plain text. False when nothing was copied. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'visually-hidden';
    document.body.append(area);
    const before = document.activeElement;
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return copied;
  }
}
