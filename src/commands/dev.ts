/** `npm run dev`: live authoring. Problems are printed and shown in the page; they never stop the server. */
import { resolve } from 'node:path';
import { dev } from 'astro';
import { checkContent } from './check-content.ts';
import { localAddress } from './serve-site.ts';

const { atlas } = await checkContent();
if (!atlas) process.exit(1);
const port = Number(process.env['PORT'] || 4321);
const host = process.env['HOST'];
await dev({ root: resolve('.'), server: { port, ...(host ? { host } : {}) }, logLevel: 'warn', force: true });
console.log(localAddress(port));
