/** The security policy that every page carries, and the one inline script that each kind of page may run. */
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
 * All of a share page: takes a person to the section before anything is painted. Nothing is shown on the way, in the
 * scheme that the reader chose; should the section's page not come (no network), the plain link appears after a while.
 */
export const handOverScript =
  '(function(){var r=document.documentElement,t=document.querySelector(\'meta[name="atlas-target"]\').content;' +
  "try{var c=localStorage.getItem('atlas:theme');if(c==='light'||c==='dark')r.style.colorScheme=c}catch(e){}" +
  'r.hidden=true;setTimeout(function(){r.hidden=false},3000);' +
  'var u=new URL(t,location.href);if(location.search)u.search=location.search;location.replace(u)})()';

/**
 * Nothing from another origin, no inline script but the page's own, no style element. `style` attributes stay
 * allowed: drawings carry author-chosen colours in them. WebAssembly is what the search index runs on.
 */
export function contentSecurityPolicy(inlineScript = bootScript): string {
  const hash = createHash('sha256').update(inlineScript).digest('base64');
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
