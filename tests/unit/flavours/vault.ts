import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checkAtlas } from '../../../src/content/check-atlas.ts';
import { type Atlas, readAtlas } from '../../../src/content/open-atlas.ts';
import { formatProblem } from '../../../src/knowledge/problem.ts';
import { resolveLink } from '../../../src/knowledge/resolve-link.ts';

/** A folder of somebody's notes, read: its atlas, its problems, and where a note's links lead. */
export async function openVault(
  files: Record<string, string | Uint8Array>,
  /** The folder among the files that holds the notes; all of them where it is left out. */
  below = '',
): Promise<{
  atlas: Atlas;
  problems: string[];
  links: (id: string) => string[];
}> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-vault-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const atlas = await readAtlas(join(folder, below));
  const links = (id: string) => {
    const note = atlas.library.byId.get(id);
    if (!note) return [];
    return note.outline.links.map(({ url }) => {
      const target = resolveLink(url, note, atlas.library.links);
      const anchor = 'anchor' in target && target.anchor ? `#${target.anchor}` : '';
      if (target.kind === 'note') return target.note.path + anchor;
      return target.kind === 'asset' ? target.path : target.kind;
    });
  };
  const problems = checkAtlas(atlas, '2026-11-24');
  return {
    atlas,
    links,
    problems: problems.map((problem) => formatProblem(problem).replace(`${join(folder, below)}/`, '')),
  };
}
