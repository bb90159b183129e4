/** The looks of what opens over the page: they come with the code that opens it, not with the page. */
import rules from '../styles/popups.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);
document.adoptedStyleSheets.push(sheet);
