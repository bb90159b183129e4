import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Loader } from 'astro/loaders';
import { createHash } from 'node:crypto';
import type { NoteCollection } from '../knowledge/note.ts';
import { openSession } from './session.ts';

/**
 * Feeds one collection from the open atlas. Astro's own `glob()` would read and parse every file again with other
 * YAML rules (dates that roll over, lost duplicates, errors that only log); here an entry that cannot be rendered
 * stops the build, so no note is ever lost in silence.
 */
export function noteLoader(collection: NoteCollection): Loader {
  return {
    name: 'atlas-notes',
    load: async (context) => {
      const { store, config, watcher } = context;
      const session = openSession();
      const renderer = await config.markdown.processor.createRenderer({
        image: config.image,
        syntaxHighlight: config.markdown.syntaxHighlight,
        shikiConfig: config.markdown.shikiConfig,
      } as never);
      const fill = async () => {
        const atlas = await session.atlas();
        const present = new Set<string>();
        for (const [file, note] of atlas.byFile) {
          if (note.collection !== collection) continue;
          const draft = atlas.drafts.get(note.id);
          if (!draft || draft.isBroken) continue;
          present.add(note.id);
          const data = await context.parseData({ id: note.id, data: draft.data, filePath: file });
          const digest = createHash('sha256').update(note.path).update(note.body).digest('hex');
          const entry = { id: note.id, data, body: note.body, filePath: relative(process.cwd(), file), digest };
          if (note.format === 'mdx' && atlas.isProjectOwn) {
            store.set({ ...entry, deferredRender: true });
            continue;
          }
          const { code, metadata } = await renderer.render(note.body, {
            fileURL: pathToFileURL(file),
            frontmatter: {},
          });
          const imagePaths = [...(metadata.localImagePaths ?? []), ...(metadata.remoteImagePaths ?? [])];
          store.set({
            ...entry,
            rendered: { html: code, metadata: { ...metadata, imagePaths } },
            assetImports: imagePaths,
          });
        }
        for (const id of store.keys()) if (!present.has(id)) store.delete(id);
      };
      store.clear();
      await fill();
      // In dev the integration forgets the atlas when the folder changes and asks for the content again.
      watcher?.add((await session.atlas()).root);
    },
  };
}
