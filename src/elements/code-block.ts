/** A block of code with the button that copies it; the button's place is kept from the start. */
import { readingWords } from '#words';
import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';

class CodeBlock extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => void this.copy());
  }

  private async copy(): Promise<void> {
    const code = this.querySelector('pre')?.textContent ?? '';
    const words = readingWords();
    announce((await copyText(code.replace(/\n$/u, ''))) ? words.codeCopied : words.copyFailed);
  }
}

if (!customElements.get('code-block')) customElements.define('code-block', CodeBlock);
