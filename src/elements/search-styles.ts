/** The looks of what the search writes. The search page links them itself, so that nothing is seen without them. */
import rules from '../styles/search-results.css?inline';
import { adoptStyles } from './adopt-styles.ts';

adoptStyles(rules);
