import type { MermaidConfig } from 'mermaid';
import {
  diagramFont,
  fontFamily,
  light,
  numberColours,
  strong,
  themeVariables,
  tints,
} from './theme-variables.ts';

export { diagramFont } from './theme-variables.ts';

/** The installed Mermaid; a test compares it with the package. */
export const mermaidVersion = '12.3.0';

/** Sources longer than this many characters are refused. */
export const maxSourceLength = 100_000;
/** Diagrams with more nodes than this are refused. */
export const maxNodes = 500;

/** C4 colours are settings of the diagram, not of the theme: people and systems, their own and external. */
function colourC4(): Record<string, string> {
  const kinds = {
    person: ['t3', 's3'],
    system: ['t0', 's0'],
    container: ['t1', 's1'],
    component: ['t5', 's5'],
  } as const;
  const settings: Record<string, string> = {};
  for (const [kind, [fill, border]] of Object.entries(kinds)) {
    for (const shape of kind === 'person' ? [''] : ['', '_db', '_queue']) {
      settings[`${kind}${shape}_bg_color`] = light[fill];
      settings[`${kind}${shape}_border_color`] = light[border];
      settings[`external_${kind}${shape}_bg_color`] = light.alt;
      settings[`external_${kind}${shape}_border_color`] = light.edge;
    }
  }
  for (const name of ['person', 'system', 'container', 'component', 'boundary', 'message']) {
    for (const variant of ['', 'external_']) {
      for (const shape of ['', '_db', '_queue']) {
        settings[`${variant}${name}${shape}FontFamily`] = fontFamily;
      }
    }
  }
  return settings;
}

/** Settings a diagram's own directives or front matter may not change: safety, and what the colours rest on. */
const fixedSettings = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'dompurifyConfig',
  'htmlLabels',
  'arrowMarkerAbsolute',
  'deterministicIds',
  'deterministicIDSeed',
  'handDrawnSeed',
  'theme',
  'themeVariables',
  'themeCSS',
  'look',
  'fontFamily',
  'altFontFamily',
  'fontSize',
  'useMaxWidth',
  'textPlacement',
  'wrappingWidth',
];

/** The one Mermaid configuration, used by the build and by the browser. `fontFamily` is the page's own font. */
export const mermaidConfig: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  secure: fixedSettings,
  suppressErrorRendering: true,
  deterministicIds: true,
  deterministicIDSeed: 'd',
  handDrawnSeed: 1,
  maxTextSize: maxSourceLength,
  maxEdges: 2000,
  logLevel: 5,
  htmlLabels: false,
  theme: 'base',
  look: 'classic',
  layout: 'dagre',
  fontFamily,
  fontSize: diagramFont.size,
  themeVariables,
  flowchart: {
    curve: 'basis',
    padding: 14,
    nodeSpacing: 36,
    rankSpacing: 54,
    diagramPadding: 8,
    wrappingWidth: 220,
    minNodeWidth: 0,
    subGraphTitleMargin: { top: 8, bottom: 8 },
    titleTopMargin: 20,
  },
  state: { wrappingWidth: 220, minNodeWidth: 0, padding: 10, titleTopMargin: 20 },
  sequence: {
    actorFontFamily: fontFamily,
    messageFontFamily: fontFamily,
    noteFontFamily: fontFamily,
    actorFontSize: 15,
    messageFontSize: 15,
    noteFontSize: 14,
    actorMargin: 40,
    width: 120,
    height: 48,
    diagramMarginX: 12,
    diagramMarginY: 8,
    boxTextMargin: 8,
    labelBoxHeight: 24,
    // As wide as the longest word in it.
    labelBoxWidth: 68,
    mirrorActors: false,
  },
  gantt: {
    useWidth: 760,
    fontSize: 14,
    sectionFontSize: 14,
    barHeight: 26,
    barGap: 6,
    topPadding: 56,
    leftPadding: 120,
    rightPadding: 24,
  },
  journey: {
    taskFontFamily: fontFamily,
    titleFontFamily: fontFamily,
    textPlacement: 'tspan',
    actorColours: strong.slice(0, 6),
    sectionFills: tints.slice(0, 7),
    sectionColours: [light.ink],
    titleFontSize: '18px',
    titleColor: light.ink,
  },
  timeline: {
    taskFontFamily: fontFamily,
    textPlacement: 'tspan',
    sectionFills: tints.slice(0, 7),
    sectionColours: [light.ink],
  },
  er: {
    fontSize: 14,
    stroke: light.edge,
    fill: light.box,
    nodeSpacing: 80,
    // Room for a name between the marks at both ends.
    rankSpacing: 84,
    minEntityHeight: 48,
  },
  mindmap: { layout: 'cose-bilkent', maxNodeWidth: 220, padding: 12 },
  quadrantChart: {
    pointLabelFontSize: 14,
    quadrantLabelFontSize: 15,
    xAxisLabelFontSize: 14,
    yAxisLabelFontSize: 14,
    titleFontSize: 18,
  },
  xyChart: { titleFontSize: 18, width: 640, height: 400 },
  // Straight from value to value: a curve would claim more or less between and beside them.
  radar: { marginTop: 72, curveTension: 0 },
  sankey: { width: 640, height: 400, linkColor: 'source', labelStyle: 'legacy' },
  requirement: { fontSize: 14, rect_fill: light.box, text_color: light.ink, rect_border_color: light.edge },
  usecase: {
    actorFontFamily: fontFamily,
    usecaseFontFamily: fontFamily,
    actorFontSize: 15,
    usecaseFontSize: 15,
    wrappingWidth: 180,
    minNodeWidth: 0,
  },
  c4: { ...colourC4(), wrap: true },
  // Room for arrows between blocks.
  block: { padding: 18 },
  kanban: { sectionWidth: 220 },
  swimlane: { layout: 'swimlane' },
  packet: { bitsPerRow: 32, bitWidth: 20, rowHeight: 40 },
};

/**
 * The configuration for one diagram: labels wrap at `wrappingWidth` px, which the caller makes at least as wide as the
 * longest word, and charts whose curves would be too pale get the strong colours.
 */
export function fitMermaidConfig(header: string, layout: LayoutSettings): MermaidConfig {
  const usesStrongScale = /^(?:radar|venn)/.test(header);
  const { wrappingWidth, nodeSpacing, rankSpacing, padding } = layout;
  const spacing = {
    ...(nodeSpacing ? { nodeSpacing } : {}),
    ...(rankSpacing ? { rankSpacing } : {}),
    ...(padding ? { padding } : {}),
  };
  return {
    ...mermaidConfig,
    ...(layout.layout ? { layout: layout.layout } : {}),
    themeVariables: usesStrongScale
      ? { ...themeVariables, ...numberColours('cScale', 0, strong) }
      : themeVariables,
    flowchart: { ...mermaidConfig.flowchart, ...spacing, wrappingWidth },
    state: { ...mermaidConfig.state, ...spacing, wrappingWidth },
    class: { ...mermaidConfig.class, ...spacing },
    er: { ...mermaidConfig.er, ...(nodeSpacing ? spacing : {}) },
    mindmap: { ...mermaidConfig.mindmap, maxNodeWidth: wrappingWidth },
    kanban: { ...mermaidConfig.kanban, sectionWidth: wrappingWidth + 16 },
    sequence: { ...mermaidConfig.sequence, ...(layout.hasFigures ? { height: 68 } : {}) },
  };
}

/** What may differ from one layout of a diagram to the next; all in px. */
export interface LayoutSettings {
  wrappingWidth: number;
  nodeSpacing?: number;
  rankSpacing?: number;
  padding?: number;
  layout?: string;
  /** Those who take part stand as figures above their names, which are higher than boxes. */
  hasFigures?: boolean;
}
