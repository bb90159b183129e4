/**
 * Damages folders of notes at random and asks whether they are still read, checked and drawn as they should be: no
 * exception, no fault that nobody foresaw, no lost note, no problem without its place, no word lost in silence, no
 * long wait.
 */
import fc from 'fast-check';
import { type FolderFiles, openCourt } from './judge-folder.ts';
import { declaration, note, sources, terms } from './pieces.ts';

export interface FuzzResult {
  seed: number;
  runs: number;
  /** The smallest folder that was found to go wrong, and what goes wrong with it; null where none did. */
  failure: { files: FolderFiles; faults: string[]; path: string } | null;
}

const neighbour =
  '---\ntitle: 이웃\naliases: [다른 이름]\n---\n\n## 절\n\n글이다. [가](a.md)\n\n## 둘\n\n- 하나 ^블록\n';

const folder = fc
  .record({
    note,
    extension: fc.constantFrom('md', 'md', 'md', 'mdx'),
    declaration: fc.option(declaration, { freq: 3, nil: undefined }),
    sources: fc.option(sources, { freq: 8, nil: undefined }),
    terms: fc.option(terms, { freq: 8, nil: undefined }),
  })
  .map((each): FolderFiles => ({
    [`a.${each.extension}`]: each.note,
    'b.md': neighbour,
    'sub/c.md': '# 셋\n\n글이다.\n',
    ...(each.declaration === undefined ? {} : { 'atlas.yaml': each.declaration }),
    ...(each.sources === undefined ? {} : { 'sources.yaml': each.sources }),
    ...(each.terms === undefined ? {} : { 'terms.yaml': each.terms }),
  }));

/**
 * Damages `runs` folders. The same seed gives the same folders.
 * @param path goes on from where a run with this seed failed, as that run printed it
 */
export async function fuzz(seed: number, runs: number, path?: string): Promise<FuzzResult> {
  const court = openCourt();
  try {
    const details = await fc.check(
      fc.asyncProperty(folder, async (files) => (await court.judge(files)).length === 0),
      { seed, numRuns: runs, ...(path === undefined ? {} : { path }) },
    );
    const [files] = details.counterexample ?? [];
    const failure = files
      ? { files, faults: await court.judge(files), path: details.counterexamplePath ?? '' }
      : null;
    return { seed, runs: details.numRuns, failure };
  } finally {
    court.close();
  }
}

/** A failure as its finder can use it: what goes wrong, how to meet it again, and the files. */
export function describeFailure({ seed, failure }: FuzzResult): string {
  if (!failure) return '';
  const files = Object.entries(failure.files).map(([path, content]) => {
    const bytes = Buffer.from(content);
    const text = bytes.toString('utf8');
    return `--- ${path}\n${Buffer.from(text).equals(bytes) ? JSON.stringify(text) : `base64 ${bytes.toString('base64')}`}`;
  });
  return [...failure.faults, `npm run bench -- fuzz ${seed} 1 ${failure.path}`, ...files].join('\n');
}
