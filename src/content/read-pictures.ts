import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { imageSize } from 'image-size';
import { problemsWords } from '#words';
import type { Library } from '../knowledge/library.ts';
import type { Note } from '../knowledge/note.ts';
import type { Problem } from '../knowledge/problem.ts';
import { fileKind, type Picture } from '../knowledge/published-files.ts';
import { resolveLink } from '../knowledge/resolve-link.ts';
import { inFile } from '../knowledge/rules/rule.ts';
import { isOfSystem } from './faults.ts';
import { reasonOf } from './read-folder.ts';
import { readInside } from './read-inside.ts';

/** Every format names its size near its beginning; pictures of cameras put their data and a thumbnail before it. */
const headBytes = 512 * 1024;
const largestSvg = 5 * 1024 * 1024;
/** Beyond these a picture is only linked: copying it would take the memory of the whole build, showing it a phone’s. */
const largestBytes = 25 * 1024 * 1024;
/** A larger file of any other kind is not published: the build could not hold it. */
const largestFile = 1024 ** 3;
const mostPixels = 100_000_000;
/** What a browser gives a drawing that names no size of its own. */
const unnamedSize = { width: 300, height: 150 };

/**
 * Reads the size of every picture that notes show into `library.links.pictures`, and says where one cannot be shown
 * or an SVG will be published without some of what is in it. A picture never stops a note.
 */
export async function readPictures(
  library: Library,
  { assets, homes }: { assets: ReadonlyMap<string, string>; homes: readonly string[] },
  say: (problem: Problem) => void,
): Promise<void> {
  const { pictures } = library.links;
  const removed = new Map<string, string[]>();
  const seen = new Set<string>();
  const withheld = new Map<string, string>();
  const sayWithheld = (note: Note, reference: { line: number; column: number }, message: string) => {
    say({ ...inFile(note, reference), severity: 'warning', kind: 'file', message });
  };
  for (const note of [...library.notes, ...library.unlisted]) {
    for (const reference of [...note.outline.images, ...note.outline.links]) {
      const target = resolveLink(reference.url, note, library.links);
      const known = target.kind === 'withheld' ? withheld.get(target.path) : undefined;
      if (known !== undefined) sayWithheld(note, reference, known);
      if (target.kind !== 'asset') continue;
      const { path } = target;
      if (fileKind(path) !== 'image') {
        if (pictures.has(path) || seen.has(path)) continue;
        seen.add(path);
        const trouble = await findTrouble(path, assets.get(path) ?? '');
        if (trouble === null) continue;
        withheld.set(path, trouble);
        pictures.set(path, { trouble });
        sayWithheld(note, reference, trouble);
        continue;
      }
      if (!pictures.has(path)) {
        const read = await readPicture(homes, path, assets.get(path) ?? '');
        pictures.set(path, read.picture);
        removed.set(path, read.removed);
      }
      const trouble = pictures.get(path)?.trouble;
      const lost = removed.get(path) ?? [];
      const message = trouble
        ? problemsWords().pictures.notShown(path, trouble)
        : lost.length
          ? problemsWords().pictures.cleaned(path, lost)
          : pictures.get(path)?.tooLarge !== undefined
            ? problemsWords().pictures.noCopies(path, largestBytes, mostPixels)
            : null;
      if (message !== null) say({ ...inFile(note, reference), severity: 'warning', kind: 'image', message });
    }
  }
}

/** Why a file of another kind cannot be published; null where it can. */
async function findTrouble(path: string, realPath: string): Promise<string | null> {
  const words = problemsWords().pictures;
  try {
    await access(realPath, constants.R_OK);
    return (await stat(realPath)).size > largestFile ? words.fileTooLarge(path, largestFile) : null;
  } catch (error) {
    return words.fileNotRead(path, reasonOf(error));
  }
}

interface ReadPicture {
  picture: Picture;
  /** What an SVG is published without. */
  removed: string[];
}

async function readPicture(homes: readonly string[], path: string, realPath: string): Promise<ReadPicture> {
  const words = problemsWords().pictures;
  try {
    const { size } = await stat(realPath);
    if (size === 0) return { picture: { trouble: words.isEmpty }, removed: [] };
    if (/\.svg$/iu.test(path)) {
      if (size > largestSvg) return { picture: { trouble: words.tooLarge(largestSvg) }, removed: [] };
      // Its parser is thirty files that a check without such a picture need not open.
      const { sanitiseSvg } = await import('./sanitise-svg.ts');
      const { removed, size: measures } = sanitiseSvg((await readInside(homes, realPath)).toString('utf8'));
      return { picture: measures ?? unnamedSize, removed };
    }
    const { width, height, orientation = 1 } = imageSize(await readInside(homes, realPath, headBytes));
    if (!(width > 0 && height > 0)) return { picture: { trouble: words.isBroken }, removed: [] };
    // A camera that was held upright: the last four orientations lie on their side.
    const measures = orientation > 4 ? { width: height, height: width } : { width, height };
    const isTooLarge = size > largestBytes || width * height > mostPixels;
    return { picture: { ...measures, [isTooLarge ? 'tooLarge' : 'bytes']: size }, removed: [] };
  } catch (error) {
    const trouble = isOfSystem(error) ? reasonOf(error) : words.isBroken;
    return { picture: { trouble }, removed: [] };
  }
}
