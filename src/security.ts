/** The security policy that every page carries, and the few inline scripts that a page may run. */
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
 * Ends a share page: takes a person to the section, which its only link names, before anything is painted. Nothing is
 * shown on the way, in the scheme that the reader chose; should the section's page not come, the link appears.
 */
export const handOverScript =
  'var d=document,h=d.documentElement,t;try{t=localStorage["atlas:theme"]}catch{}' +
  'h.style.colorScheme=t||"light dark";h.hidden=1;setTimeout(()=>h.hidden=0,3e3);' +
  'location.replace(d.links[0].href.replace("#",location.search+"#"))';

/**
 * `bring(addresses, done)`, a part of the scripts below: loads modules and calls `done` when they have run or failed.
 * What an inline script of the page imports counts as put in by the page, and that the policy refuses; a script that
 * it adds does not. The one that it adds here imports the modules, because only `import()` tells when a module has run.
 * A browser in which that one is refused gets the modules as scripts of their own.
 */
const bringModules =
  "function add(x){return new Promise(function(a,b){var e=document.createElement('script');" +
  "e.type='module';e.src=x;e.onload=a;e.onerror=b;document.head.append(e)})}" +
  "function bring(u,done){addEventListener('atlas:loaded',done,{once:true});" +
  'u=u.map(function(x){return new URL(x,location.href).href});' +
  "add('data:text/javascript,'+encodeURIComponent('Promise.all('+JSON.stringify(u)+" +
  '\'.map(x=>import(x))).finally(()=>dispatchEvent(new Event("atlas:loaded")))\')).catch(function(){' +
  'Promise.all(u.map(add)).finally(done)})}';

/**
 * Brings a page's modules once the page is painted, so that reading never waits for them, and sooner where the reader
 * acts. What the reader does before they are there is told to them when they are: presses of buttons and keys, what
 * was typed and chosen, what has the focus, what is pointed at, what was opened. The addresses stand in `data-modules` (`deferModules`); a page
 * under development has module scripts of its own.
 */
export const lateScript =
  "(function(){var d=document,s=d.currentScript.dataset.modules,kept=[],t=['keydown','click','input','change','focusin','pointerover','pointerdown','beforetoggle','toggle']," +
  "is={focusin:':focus',pointerover:':hover',pointerdown:':active',beforetoggle:':popover-open'};" +
  'if(!s)return;' +
  'function keep(e){var x=e.target;if(x.nodeType!==1)return;' +
  "if(e.type==='click'){x=x.closest('button:not([popovertarget])');if(!x)return}" +
  "if(e.type==='keydown'&&e.key==='k'&&(e.ctrlKey||e.metaKey))e.preventDefault();" +
  // Told once, not also at once by a module that is there before the others.
  "if(e.type==='click'||e.type==='keydown')e.stopPropagation();kept.push([x,e]);" +
  // What is open from the start says so as well.
  "if(e.type!=='toggle')ready()}" +
  'function tell(k){var x=k[0],e=k[1],n=e.type;' +
  "if(n==='click')x.click();" +
  // Letters that followed the key or press which leads to a field belong in it.
  "else if(n==='keydown'&&e.key.length<2&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&d.activeElement!==x&&" +
  "d.activeElement.matches('input')&&!x.matches('input,textarea,select'))d.execCommand('insertText',false,e.key);" +
  'else if(!is[n]||x.matches(is[n]))x.dispatchEvent(new e.constructor(n,e))}' +
  bringModules +
  "function load(){if(!s)return;var u=s.split(' ');s='';bring(u,function(){" +
  't.forEach(function(n){removeEventListener(n,keep,true)});kept.forEach(tell)})}' +
  "function ready(){if(d.readyState==='loading')addEventListener('DOMContentLoaded',load);else load()}" +
  't.forEach(function(n){addEventListener(n,keep,true)});' +
  "var o=window.PerformanceObserver;if(o&&o.supportedEntryTypes&&o.supportedEntryTypes.indexOf('paint')>=0)" +
  "new o(function(l,p){p.disconnect();ready()}).observe({type:'paint',buffered:true});else addEventListener('load',ready)})()";

/** Brings the modules of a page that only leads on, before it is painted; their addresses stand as with `lateScript`. */
export const earlyScript =
  `(function(){${bringModules}var s=document.currentScript.dataset.modules;` +
  "if(s)addEventListener('DOMContentLoaded',function(){bring(s.split(' '),function(){})})})()";

/** Stand in the head where the modules go. */
const moduleTags = [lateScript, earlyScript].map((script) => `<script data-late>${script}</script>`);

/** The page with its module scripts handed to its script in the head; a page without one is returned as it is. */
export function deferModules(html: string): string {
  const lateTag = moduleTags.find((tag) => html.includes(tag));
  if (lateTag === undefined) return html;
  const addresses = new Set<string>();
  const rest = html.replace(/<script type="module" src="([^"]+)"><\/script>/gu, (_, address: string) => {
    addresses.add(address);
    return '';
  });
  return rest.replace(lateTag, () =>
    addresses.size ? lateTag.replace('data-late', `data-modules="${[...addresses].join(' ')}"`) : '',
  );
}

/**
 * A script runs when the policy knows its hash, or when one of those has loaded it: a script element in a note's text
 * loads nothing, wherever its file lies. Browsers that do not know the word fall back to the site's own files.
 */
const strictDynamic = "'strict-dynamic'";

/** The policy of a page under development: Vite puts its own scripts and the styles into the page. */
export function relaxForAuthors(policy: string): string {
  return policy
    .replace(` ${strictDynamic}`, '')
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
}

/**
 * Nothing from another origin, no inline script or style but the page's own. `style` attributes stay
 * allowed: drawings carry author-chosen colours in them.
 */
export function contentSecurityPolicy(...inlineScripts: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...inlineScripts.map(hashSource), strictDynamic].join(' '),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** The page with one more inline script, and one style sheet where it is given, allowed by its policy. */
export function allowInline(html: string, { script, style }: { script: string; style?: string }): string {
  const allowed = html.replace("script-src 'self'", `script-src 'self' ${hashSource(script)}`);
  if (style === undefined) return allowed;
  return allowed.replace("style-src 'self'", `style-src 'self' ${hashSource(style)}`);
}

/** An inline script or style as a security policy names it. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
