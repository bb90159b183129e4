/** The looks of what opens over the page, for whichever module opens something first. */
import rules from '../styles/popups.css?inline';
import { adoptStyles } from './adopt-styles.ts';

adoptStyles(rules);
