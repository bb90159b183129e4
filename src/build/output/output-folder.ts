import { mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, parse, resolve } from 'node:path';
import { commandsWords } from '#words';
import { holds, makeFolder, resolveReal } from '../real-path.ts';
import { exchange, type OnStep } from './exchange.ts';
import { type MarkFacts, readMark, surveySite, writeMark } from './site-mark.ts';
import { endLeftovers, openWorkFolder } from './work-folder.ts';
import { NamedFault } from '../../knowledge/problem.ts';

/** An output folder that a build must not touch; the message says why, for the author. */
export class OutputRefused extends NamedFault {}

/** What the project itself is made of: nothing is built into these. */
export const projectFolders = ['.git', '.ci', 'src', 'public', 'tests', 'bench', 'content'];
/** Folders whose direct children are people's homes. */
const homes = ['/home', '/Users', 'C:\\Users'];

export interface SitePlace {
  /** Where the new site is to be made. */
  next: string;
  /** A file that may be used meanwhile. */
  drafts: string;
  /**
   * Puts the finished site into the output folder. The old one stays as it was when this throws.
   * @param facts `kept`: paths of files that stay where they are
   */
  moveIn: (facts?: MarkFacts & { kept?: ReadonlySet<string> }, onStep?: OnStep) => Promise<void>;
  /** Removes what is left of the making, whether it was moved in or not. */
  close: () => Promise<void>;
}

/**
 * The real path of the output folder, when a build may put its site there: a folder that does not exist, is empty, or
 * was made by a build and holds nothing else where the site would be replaced, and its files as they were made. Ends what killed builds have left.
 * Throws `OutputRefused` for every other.
 */
export async function checkOutputFolder(
  outDir: string,
  { contentDir, projectRoot }: { contentDir: string; projectRoot: string },
): Promise<string> {
  const words = commandsWords().output;
  // A shell puts a home in place of the sign only where nothing quotes it. Whoever removes such a folder removes a home.
  if (/^~[\w-]*(?:[\\/]|$)/u.test(outDir)) throw new OutputRefused(words.refused(outDir, words.isTilde));
  // Meant elsewhere, they would become a folder of that name in the project.
  if (!outDir.trim() || /^[a-z][a-z\d+.-]+:(?:\/|$)/iu.test(outDir))
    throw new OutputRefused(words.refused(outDir, words.isAddress));
  const target = await resolveReal(resolve(projectRoot, outDir));
  if (target === null) throw new OutputRefused(words.danglingLink(outDir));
  const refuse = (reason: string): never => {
    throw new OutputRefused(words.refused(outDir, reason));
  };
  if (target === parse(target).root) refuse(words.isRoot);
  const home = await resolveReal(homedir());
  if ((home !== null && holds(target, home)) || homes.includes(dirname(target)) || homes.includes(target)) {
    refuse(words.isHome);
  }
  const content = await resolveReal(resolve(projectRoot, contentDir));
  if (content !== null) {
    if (content === target) refuse(words.isContent);
    if (holds(target, content)) refuse(words.holdsContent);
    if (holds(content, target)) refuse(words.insideContent);
  }
  const project = (await resolveReal(projectRoot)) ?? projectRoot;
  if (holds(target, project)) refuse(words.holdsProject);
  if (projectFolders.some((name) => holds(join(project, name), target))) refuse(words.insideProject);

  const found = await stat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    return refuse(error.code === 'ENOTDIR' ? words.isFile : words.isClosed(error.code ?? ''));
  });
  if (found && !found.isDirectory()) refuse(words.isFile);
  const running = await endLeftovers(target);
  if (running !== null) refuse(words.isBusy(running));
  if (found) await expectOwn(target, outDir);
  return target;
}

/** Whether a built site stands in a folder. */
export async function hasSite(outDir: string): Promise<boolean> {
  const mark = await readMark(outDir);
  const page = await stat(join(outDir, 'index.html')).catch(() => null);
  return mark !== null && mark !== 'broken' && Boolean(page?.size);
}

/** What the site in a folder is called; undefined where none is there, or it does not say. */
export async function readTitle(outDir: string): Promise<string | undefined> {
  const mark = await readMark(outDir);
  return mark === 'broken' ? undefined : mark?.title;
}

/** Finishes an exchange that was killed, for those who only read the site. */
export async function settleOutputFolder(outDir: string): Promise<void> {
  const target = await realpath(outDir).catch(() => null);
  if (target !== null) await endLeftovers(target).catch(() => null);
}

/**
 * Opens the place where the next site of `target` (from `checkOutputFolder`) is made. Throws `OutputRefused` where nothing
 * can be written.
 */
export async function openSitePlace(target: string): Promise<SitePlace> {
  const open = async () => {
    makeFolder(dirname(target));
    const work = await openWorkFolder(target);
    await mkdir(work.next);
    return work;
  };
  const work = await open().catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error;
    const words = commandsWords().output;
    throw new OutputRefused(words.refused(target, words.isClosed(error.code)));
  });
  return {
    next: work.next,
    drafts: join(work.path, 'drafts'),
    moveIn: async ({ kept = new Set<string>(), ...facts } = {}, onStep) => {
      // Building takes a while: what was put there meanwhile is not ours either.
      const { own, loose } = await expectOwn(target, target);
      writeMark(work.next, { kept: { folder: target, paths: kept }, ...facts });
      const coming = await readdir(work.next);
      const taken = loose.filter((name) => coming.includes(name));
      if (taken.length) throw new OutputRefused(commandsWords().output.taken(target, taken));
      await exchange(work.path, target, { own, kept }, onStep);
    },
    close: () => work.remove(),
  };
}

async function expectOwn(target: string, name: string): Promise<{ own: string[]; loose: string[] }> {
  const words = commandsWords().output;
  const present = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new OutputRefused(words.refused(name, words.isClosed(error.code ?? '')));
  });
  const mark = await readMark(target);
  if (mark === 'broken') throw new OutputRefused(words.refused(name, words.brokenMark));
  if (mark === null) {
    if (present.some((entry) => !/^(?:\.atlas-work-.*|\.DS_Store|lost\+found)$/u.test(entry))) {
      throw new OutputRefused(words.refused(name, words.isForeign));
    }
    return { own: [], loose: present };
  }
  const { own, loose, nested, changed } = surveySite(target, mark);
  if (nested.length) throw new OutputRefused(words.refused(name, words.holdsForeign(nested)));
  if (changed.length) throw new OutputRefused(words.refused(name, words.holdsChanged(changed)));
  return { own, loose };
}
