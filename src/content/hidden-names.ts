/** Files and folders that a tool's convention hides: what lies there is not for readers. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toNfc } from '../knowledge/text.ts';
import { readSettings } from './read-settings.ts';
import type { Tools } from './recognise-tools.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

/** Folders of templates in Obsidian, Hexo and others; a file of that name is an ordinary note. */
const templateFolders = new Set(['templates', '템플릿']);
/** Programs' own folders: full of Markdown that nobody wrote as a note. */
const foreign = new Set(['node_modules', 'bower_components', '.git']);
/** Where disks and network disks keep what was thrown away, and what they know of the rest. */
const leftovers = /^(?:\$recycle\.bin|[#@]recycle|@eadir|lost\+found|system volume information)$/iu;

/**
 * Whether a name hides what it names: `_drafts`, `.obsidian`, `templates/`, `node_modules`. Templates are hidden but where
 * a documentation tool is set up for the folder, and `_posts` but where Jekyll or Hexo is; `private` only where Quartz is,
 * to which a stroke before a name means nothing: only names that say so (`_drafts`) hide there what its settings publish.
 */
export function isHiddenName(
  name: string,
  isFolder: boolean,
  { isDocumentation, isBlog, isVault, isQuartz }: Partial<Tools> = {},
): boolean {
  if (isBlog && isFolder && name === '_posts') return false;
  return (
    (isQuartz ? saysPrivate(name) : /^[._]/u.test(name)) ||
    foreign.has(name) ||
    (isFolder && leftovers.test(name)) ||
    (isFolder && isQuartz === true && name === 'private') ||
    (isFolder && !isDocumentation && isTemplateFolder(name, isVault))
  );
}

/**
 * Whether a folder is one of templates by its name, before which a number or a sign may stand (`99. Templates`). In a vault
 * one template is as many.
 */
export function isTemplateFolder(name: string, isVault = false): boolean {
  const word = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '');
  return templateFolders.has(word) || (isVault && word === 'template');
}

/** Words that by themselves say so, and those that say so of a name which Quartz would show. */
const privateWords = 'drafts?|private|hidden|secrets?|trash|archives?';
const privateName = new RegExp(String.raw`^\.|^_(?:${privateWords}|초안|비공개)$`, 'iu');
const saidInName = new RegExp(
  String.raw`^_(?:.*[^\p{L}])?(?:${privateWords}|personal|internal|confidential|unpublished|wip|archived)(?!\p{L})|^_.*(?:초안|비공개|내부|개인|임시|보관)`,
  'iu',
);

/** Whether a name that Quartz would show holds a word for what is not for readers (`_draft-ideas`, `_Private Notes`). */
function saysPrivate(name: string): boolean {
  return isPrivateName(name.replace(noteEnding, '')) || saidInName.test(name.normalize('NFC'));
}

/** Whether a hidden name says that nobody is to see what it names, also not as a part of something else. */
export function isPrivateName(name: string): boolean {
  return privateName.test(name);
}

/** Whether a part of a path says more than that its name begins with a stroke. */
export function saysHidden(path: string): boolean {
  return path
    .split('/')
    .some((name) => name.startsWith('.') || saysPrivate(name) || foreign.has(name) || isTemplateFolder(name));
}

/** Where Logseq keeps former texts of notes, also of those that were deleted. */
const formerTexts = ['logseq/bak', 'logseq/version-files'];

/**
 * The folders that only some tools hide: those of templates that an Obsidian vault names in its settings (and its note for
 * a new day), and those of former texts. NFC paths, without slashes at the ends.
 */
export async function readHiddenFolders(root: string): Promise<Set<string>> {
  const settings: [file: string, key: string][] = [
    ['.obsidian/templates.json', 'folder'],
    ['.obsidian/plugins/templater-obsidian/data.json', 'templates_folder'],
    ['.obsidian/daily-notes.json', 'template'],
  ];
  const found = new Set<string>(formerTexts);
  for (const [file, key] of settings) {
    try {
      const value = (
        JSON.parse((await readSettings(root, file)) ?? 'null') as Record<string, unknown> | null
      )?.[key];
      const path = typeof value === 'string' ? toNfc(value).replace(/^[./]+|\/+$/gu, '') : '';
      // The template of daily notes is a note, named without its ending.
      if (path) found.add(key === 'template' ? path.replace(/(?:\.md)?$/iu, '.md') : path);
    } catch {
      // No vault, no such plugin, or settings that cannot be read: then the names alone decide.
    }
  }
  return found;
}

/** The Markdown files at or below something hidden, as NFC paths; none for programs' own folders. */
export async function listHiddenNotes(root: string, path: string, isFolder: boolean): Promise<string[]> {
  const isNote = (name: string) => noteEnding.test(name);
  if (!isFolder) return isNote(path) ? [toNfc(path)] : [];
  const found: string[] = [];
  const walk = async (below: string): Promise<void> => {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (foreign.has(entry.name)) continue;
      const inside = `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(inside);
      else if (isNote(entry.name)) found.push(toNfc(inside));
    }
  };
  if (!foreign.has(path.split('/').at(-1) ?? '')) await walk(path);
  return found;
}
