import mdx from '@astrojs/mdx';
import { defineConfig, passthroughImageService } from 'astro/config';
import { atlas } from './src/build/integration.ts';
import { hideMdxComments } from './src/build/hide-mdx-comments.ts';
import { kindStyles } from './src/build/kind-styles.ts';
import { codeOptions, noteProcessor } from './src/build/note-processor.ts';
import { basePath, siteOrigin } from './src/site.ts';
import { sparePreloads } from './src/build/spare-preloads.ts';
import { wordsForBrowsers } from './src/words/vite-words.ts';

export default defineConfig({
  site: siteOrigin(),
  base: basePath(),
  outDir: process.env.OUT_DIR || 'dist',
  trailingSlash: 'always',
  // Line breaks between inline elements are spaces in Korean prose too.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  markdown: { ...codeOptions, processor: noteProcessor },
  build: { inlineStylesheets: 'never', concurrency: 1 },
  // Mermaid's larger parts come only when a reader edits a diagram.
  vite: {
    build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
    plugins: [wordsForBrowsers(), kindStyles(), hideMdxComments(), sparePreloads()],
    // Parts of the search are loaded by its worker when a query needs them. What they share with the worker stays in the
    // worker's own file: in files of its own it is only asked for when the worker has come.
    worker: {
      format: 'es',
      plugins: () => [wordsForBrowsers()],
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: { codeSplitting: { groups: [{ name: 'search-worker', test: /search-worker\.ts$/u }] } },
      },
    },
  },
  integrations: [mdx(), atlas()],
});
