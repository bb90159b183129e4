/** The keys of a self-test, the same on a note and on the page of reviews, and the buttons that say them. */
import { readStored } from '../stored.ts';

export type StudyAction = 'show' | 'again' | 'good' | 'end';

/**
 * What a key asks for while a question stands there; null for keys that are somebody else's.
 * @param isShown whether its answer is seen; null where nothing is asked any more
 */
export function readStudyKey(event: KeyboardEvent, isShown: boolean | null): StudyAction | null {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, dialog')) return null;
  if (event.key === 'Escape') return 'end';
  if (isShown === null || readStored('single-keys') === 'off') return null;
  // A button or link that has the focus owns the space bar.
  if (event.key === ' ' && !isShown && !target?.closest('button, summary, a')) return 'show';
  if (isShown && event.key === '1') return 'again';
  if (isShown && event.key === '2') return 'good';
  return null;
}

/** A button that names its key. */
export function makeStudyButton(label: string, key: string, run: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const hint = document.createElement('kbd');
  hint.textContent = key;
  hint.ariaHidden = 'true';
  button.append(label, hint);
  button.addEventListener('click', run);
  return button;
}
