/** Words for those who hear a page; nobody sees them. */
export function hideWords(words: string): HTMLSpanElement {
  const hidden = document.createElement('span');
  hidden.className = 'visually-hidden';
  hidden.textContent = words;
  return hidden;
}
