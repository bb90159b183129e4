/**
 * `npm run check`: every problem of the content folder, then a count; exit 1 when one is an error.
 * `--strict`: every warning is one. `--report`: by kind, with counts and the first places.
 */
import { checkContent } from './check-content.ts';

if (process.argv.includes('--strict')) process.env['STRICT'] = '1';
const { hasErrors } = await checkContent(undefined, process.argv.includes('--report'));
process.exit(hasErrors ? 1 : 0);
