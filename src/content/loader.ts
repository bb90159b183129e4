import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { Loader } from 'astro/loaders';
import { openSession } from './session.ts';

/**
 * Feeds the notes that Astro has to compile: the project's own MDX, which is code. Their fields were read and checked by our
 * own door. Markdown needs no compiler: pages render it from the session (`build/render-note.ts`), so it does not pass
 * through Astro's data store, which would parse, hash and write every note again.
 */
export const noteLoader: Loader = {
  name: 'atlas-notes',
  load: async ({ store, watcher }) => {
    const atlas = await openSession().atlas();
    store.clear();
    for (const [file, note] of atlas.byFile) {
      const draft = atlas.drafts.get(note.id);
      if (!atlas.isProjectOwn || note.format !== 'mdx' || !draft || draft.isBroken) continue;
      const digest = createHash('sha256').update(note.path).update(note.body).digest('hex');
      store.set({
        id: note.id,
        data: draft.data,
        body: note.body,
        filePath: relative(process.cwd(), file),
        digest,
        deferredRender: true,
      });
    }
    // In dev the integration forgets the atlas when the folder changes and asks for the content again.
    watcher?.add(atlas.root);
  },
};
