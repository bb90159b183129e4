import rules from '../../styles/study.css?inline';
import { adoptStyles } from '../adopt-styles.ts';

adoptStyles(rules);
