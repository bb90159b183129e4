/** `npm run dev`: live authoring. Problems are printed and shown in the page; they never stop the server. */
import { resolve } from 'node:path';
import { dev } from 'astro';
import { basePath } from '../site.ts';
import { checkContent } from './check-content.ts';

const { atlas } = await checkContent();
if (!atlas) process.exit(1);
const port = Number(process.env['PORT'] || 4321);
await dev({ root: resolve('.'), server: { port }, logLevel: 'warn', force: true });
console.log(`http://localhost:${port}${basePath()}`);
