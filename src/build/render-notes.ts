import { drawingKey } from '../diagrams/drawing.ts';
import { openSession } from '../content/session.ts';
import type { FindContext } from '../markdown/render-context.ts';
import { generateBlock } from '../content/generate-block.ts';
import { basePath, siteOrigin } from '../site.ts';

/** Finds, for the Markdown plugins, the note that a file holds and what is known of it. */
export const findContext: FindContext = async (file) => {
  const session = openSession();
  const atlas = await session.atlas();
  const note = atlas.byFile.get(file.path);
  if (!note) return null;
  return {
    note,
    library: atlas.library,
    origin: siteOrigin(),
    base: basePath(),
    flavour: atlas.flavour,
    generate: (block) => generateBlock(block, atlas.blocks),
    drawing: async (code) => {
      const key = drawingKey(code);
      if (!session.drawings.has(key)) await session.draw?.([code]);
      return session.drawings.get(key) ?? null;
    },
  };
};
