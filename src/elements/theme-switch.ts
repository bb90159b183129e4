/** `<theme-switch>`: 자동 → 밝게 → 어둡게. The choice lives in `html[data-theme]`, absent for 자동, and in storage. */
const order = ['auto', 'light', 'dark'] as const;
type Theme = (typeof order)[number];
const words: Record<Theme, string> = { auto: '자동', light: '밝게', dark: '어둡게' };

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    this.show(button, this.current());
    button.addEventListener('click', () => {
      const next = order[(order.indexOf(this.current()) + 1) % order.length] ?? 'auto';
      if (next === 'auto') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = next;
      remember(next);
      this.show(button, next);
    });
  }

  private current(): Theme {
    const theme = document.documentElement.dataset['theme'];
    return theme === 'light' || theme === 'dark' ? theme : 'auto';
  }

  private show(button: HTMLButtonElement, theme: Theme): void {
    button.setAttribute('aria-label', `화면 밝기: ${words[theme]}`);
    button.title = `화면 밝기: ${words[theme]}`;
    const word = button.querySelector('.theme-word');
    if (word) word.textContent = words[theme];
  }
}

/** Storage may be blocked or full: the choice then lasts as long as the page. */
function remember(theme: Theme): void {
  try {
    if (theme === 'auto') localStorage.removeItem('atlas:theme');
    else localStorage.setItem('atlas:theme', theme);
  } catch {
    /* nothing to do */
  }
}

customElements.define('theme-switch', ThemeSwitch);
