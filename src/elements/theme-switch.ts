/** `<theme-switch>`: automatic, light, dark. The choice lives in `html[data-theme]`, absent for automatic, and in storage. */
import { readingWords } from '#words';
import { announce } from './announce.ts';
import { writeStored } from './stored.ts';

const order = ['auto', 'light', 'dark'] as const;
type Theme = (typeof order)[number];

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    this.show(button, this.current());
    button.addEventListener('click', () => {
      const next = order[(order.indexOf(this.current()) + 1) % order.length] ?? 'auto';
      if (next === 'auto') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = next;
      writeStored('theme', next === 'auto' ? null : next);
      this.show(button, next);
      const { theme: words } = readingWords();
      announce(words.label(words[next]));
    });
  }

  private current(): Theme {
    const theme = document.documentElement.dataset['theme'];
    return theme === 'light' || theme === 'dark' ? theme : 'auto';
  }

  private show(button: HTMLButtonElement, theme: Theme): void {
    const { theme: words } = readingWords();
    button.setAttribute('aria-label', words.label(words[theme]));
    button.title = words.label(words[theme]);
    const word = button.querySelector('.theme-word');
    if (word) word.textContent = words[theme];
  }
}

customElements.define('theme-switch', ThemeSwitch);
