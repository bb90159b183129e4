/** What Jekyll's notes may call by name: `{{ site.repository }}` is the value of `repository` in `_config.yml`. */
import { parseDocument } from 'yaml';
import { hideComments } from '../flavours/hide-comments.ts';
import { toNfc } from '../knowledge/text.ts';
import { readSettings } from './read-settings.ts';

/** Only those in the folder: a note that names a value would publish what lies outside it. */
const places = ['_config.yml', '_config.yaml'];
const deepest = 3;
const longest = 500;

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
