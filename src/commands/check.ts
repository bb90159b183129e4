/** `npm run check`: every problem of the content folder, then a count; exit 1 when one is an error. */
import { checkContent } from './check-content.ts';

const { hasErrors } = await checkContent();
process.exit(hasErrors ? 1 : 0);
