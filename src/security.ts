/** The security policy that every page carries, and the one inline script it allows. */
import { createHash } from 'node:crypto';

/**
 * Runs before first paint, so that a chosen scheme never flashes and a chosen text size never moves the page. Everything else is a module of its own.
 * Storage may be blocked: then the system's scheme holds.
 */
export const bootScript =
  "try{var d=document.documentElement.dataset,g=function(k){return localStorage.getItem('atlas:'+k)},t=g('theme');" +
  "if(t==='light'||t==='dark')d.theme=t;t=g('text');if(t==='small'||t==='large')d.text=t;" +
  "if(g('width')==='wide')d.width='wide'}catch(e){}";

/**
 * Nothing from another origin, no inline script but the one above, no style element. `style` attributes stay
 * allowed: drawings carry author-chosen colours in them. WebAssembly is what the search index runs on.
 */
export function contentSecurityPolicy(): string {
  const hash = createHash('sha256').update(bootScript).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}' 'wasm-unsafe-eval'`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
