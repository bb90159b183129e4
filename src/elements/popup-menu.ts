/** A small menu beside a button: arrows move, Esc and a press elsewhere close, the focus goes back. */
import './popup-styles.ts';
import { placePopup } from './place-popup.ts';

export interface MenuItem {
  label: string;
  run: () => void | Promise<void>;
}

/** Opens the menu; one at a time, as popovers of this kind close each other. */
export function openMenu(opener: HTMLElement, label: string, items: readonly MenuItem[]): void {
  const menu = document.createElement('div');
  menu.className = 'popup popup-menu';
  menu.popover = 'auto';
  menu.role = 'menu';
  menu.ariaLabel = label;
  for (const { label: text, run } of items) {
    const button = document.createElement('button');
    button.type = 'button';
    button.role = 'menuitem';
    button.tabIndex = -1;
    button.textContent = text;
    button.addEventListener('click', () => {
      // Before the work: a share sheet and the clipboard want the page to have the focus.
      menu.hidePopover();
      void run();
    });
    menu.append(button);
  }
  menu.addEventListener('keydown', moveFocus);
  menu.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return;
    const hadFocus = menu.contains(document.activeElement) || document.activeElement === document.body;
    opener.ariaExpanded = 'false';
    menu.remove();
    if (hadFocus) opener.focus({ preventScroll: true });
  });
  // Outside of an open dialog nothing can be pressed.
  (opener.closest('dialog') ?? document.body).append(menu);
  menu.showPopover();
  placePopup(menu, opener.getBoundingClientRect());
  opener.ariaExpanded = 'true';
  menu.querySelector('button')?.focus({ preventScroll: true });
}

function moveFocus(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const buttons = [...menu.querySelectorAll('button')];
  const place = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const last = buttons.length - 1;
  const goals: Record<string, number> = {
    ArrowDown: place === last ? 0 : place + 1,
    ArrowUp: place <= 0 ? last : place - 1,
    Home: 0,
    End: last,
  };
  const goal = goals[event.key];
  if (event.key === 'Tab') menu.hidePopover();
  if (goal === undefined) return;
  event.preventDefault();
  buttons[goal]?.focus({ preventScroll: true });
}
