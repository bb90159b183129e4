import { readingWords } from '#words';

/** Every key that does something, for the help dialog and the page about the site. */
export function listShortcuts(): (readonly [keys: readonly string[], does: string])[] {
  const { keys } = readingWords();
  return [
    [['Ctrl K', '⌘ K'], keys.openSearch],
    [['/'], keys.openSearch],
    [['↑', '↓'], keys.chooseResult],
    [['Enter'], keys.openResult],
    [['j', 'k'], keys.stepSection],
    [['[', ']'], keys.stepNote],
    [['t'], keys.selfTest],
    [['?'], keys.help],
    [['Tab'], keys.preview],
    [['Esc'], keys.closePopup],
  ];
}
