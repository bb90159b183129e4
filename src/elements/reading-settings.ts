/** The popover `#reading-settings`: text size, line width, single-key shortcuts. Each is an attribute of `<html>`. */
import { readStored, writeStored } from './stored.ts';

/** Choices besides the usual one, which is the absence of the attribute. */
const choices: Record<string, readonly string[]> = { text: ['small', 'large'], width: ['wide'] };

/** Shows what holds when the popover opens, and takes over what the reader changes. */
export function useSettings(form: HTMLFormElement, event: Event): void {
  if (event.type !== 'change') {
    show(form);
    return;
  }
  const input = event.target as HTMLInputElement;
  if (input.name === 'single-keys') {
    writeStored('single-keys', input.checked ? null : 'off');
    return;
  }
  const value = choices[input.name]?.includes(input.value) ? input.value : null;
  const { dataset } = document.documentElement;
  if (value === null) delete dataset[input.name];
  else dataset[input.name] = value;
  writeStored(input.name, value);
}

function show(form: HTMLFormElement): void {
  for (const input of form.querySelectorAll('input')) {
    if (input.name === 'single-keys') input.checked = readStored('single-keys') !== 'off';
    else input.checked = input.value === (document.documentElement.dataset[input.name] ?? '');
  }
}
