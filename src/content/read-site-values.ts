/**
 * What Jekyll's notes may call by name: `{{ site.repository }}` is the value of `repository` in `_config.yml`, and
 * `{% include copy.html %}` what `_includes/copy.html` holds.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { hideComments } from '../flavours/hide-comments.ts';
import { partKey } from '../flavours/template-tags.ts';
import { toNfc } from '../knowledge/text.ts';
import { readSettings } from './read-settings.ts';

/** Only those in the folder: a note that names a value would publish what lies outside it. */
const places = ['_config.yml', '_config.yaml'];
const deepest = 3;
const longest = 500;
const largestPart = 5000;

/** Words and numbers of the settings by their names (`twitter.username`); lists, long texts and tags of templates are none. */
export async function readSiteValues(root: string): Promise<Record<string, string>> {
  for (const place of places) {
    const settings = await readSettings(root, place);
    if (settings === null) continue;
    const found: Record<string, string> = {};
    try {
      collect(parseDocument(settings, { logLevel: 'silent' }).toJS(), '', found, 0);
    } catch {
      // Settings that cannot be read name nothing.
    }
    await collectParts(root, found);
    return found;
  }
  return {};
}

function collect(value: unknown, name: string, found: Record<string, string>, depth: number): void {
  if (typeof value === 'string' || typeof value === 'number') {
    const text = hideComments(toNfc(String(value)), 'md').body.trim();
    if (name && text && text.length <= longest && !/[\n\0]|\{[{%]/u.test(text)) found[name] = text;
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < deepest)
    for (const [key, item] of Object.entries(value))
      if (/^[A-Za-z][\w-]*$/u.test(key)) collect(item, name ? `${name}.${key}` : key, found, depth + 1);
}

/** What only moves, or is for those who look at the page of their tool. */
const wordless =
  /<!--[^]*?-->|<(script|style|svg|button|noscript)\b[^>]*>[^]*?<\/\1\s*>|<(\w+)\s(?:[^>]*\s)?hidden\b[^>]*>[^<]*<\/\2\s*>/giu;

/** Parts of pages that say the same on every page, in a line; those with tags of templates depend on who asks. */
async function collectParts(root: string, found: Record<string, string>): Promise<void> {
  const names = await readdir(join(root, '_includes')).catch(() => []);
  for (const name of names.filter((each) => /\.(?:html?|md|svg)$/iu.test(each))) {
    const text = await readSettings(root, join('_includes', name));
    if (text === null || text.length > largestPart || /\{[{%]/u.test(text)) continue;
    const shown = toNfc(text).replace(wordless, '').trim();
    const words = shown.replace(/<[^<>]*>/gu, '').trim();
    if (!words && !/<(?:img|iframe|video|audio)\b/iu.test(shown)) found[partKey(name)] = '';
    else if (shown.length <= longest && !shown.includes('\n\n'))
      found[partKey(name)] = hideComments(shown.replace(/\s*\n\s*/gu, ' '), 'md').body.trim();
  }
}
