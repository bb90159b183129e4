/** `npm run check`: every problem of the content folder, then a count; exit 1 when one is an error. `--strict`: every warning is one. */
import { checkContent } from './check-content.ts';

if (process.argv.includes('--strict')) process.env['STRICT'] = '1';
const { hasErrors } = await checkContent();
process.exit(hasErrors ? 1 : 0);
