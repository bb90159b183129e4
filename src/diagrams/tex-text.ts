/**
 * TeX maths as plain text, as far as characters go: `x^2` is `x²`, `\alpha \le \frac{a}{b}` is `α ≤ a/b`. Mermaid can
 * set maths only as HTML, which a drawing may not hold. Unknown commands keep their name, see `findUnknownTex`.
 */
export function readTex(tex: string): string {
  // Who copies a formula from a string of code writes each backslash twice.
  let text = tex.trim().replace(/\\{2}(?=[a-zA-Z])/g, '\\');
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replace(
        /\\(?:d|t)?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
        (_, a: string, b: string) => `${group(a)}/${group(b)}`,
      )
      .replace(/\\sqrt\s*\{([^{}]*)\}/g, (_, inner: string) => `√${group(inner)}`)
      .replace(accented, (_, mark: string, held?: string, bare?: string) =>
        `${readTex(held ?? bare ?? '')}${accents[mark] ?? ''}`.normalize('NFC'),
      )
      .replace(/\\(?:text|mathrm|mathbf|mathit|operatorname|mathcal|mathbb)\s*\{([^{}]*)\}/g, '$1')
      .replace(/([\^_])\s*\{([^{}]*)\}/g, (_, mark: string, inner: string) => shift(mark, readTex(inner)))
      .replace(/([\^_])\s*([^\s{}\\^_])/gu, (_, mark: string, inner: string) => shift(mark, inner))
      .replace(/([\^_])\s*(\\[a-zA-Z]+)/g, (_, mark: string, name: string) => `${mark}{${name}}`);
  }
  return text
    .replace(/\\(?:left|right|displaystyle|quad|qquad|limits)\b|\\[,;:!]/g, ' ')
    .replace(/\\([a-zA-Z]+)/g, (_, name: string) => commands[name] ?? name)
    .replace(/\\([{}%$&#_])/g, '$1')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Commands of a formula that have no character. */
export function findUnknownTex(tex: string): string[] {
  const known =
    /^(?:d?frac|tfrac|sqrt|text|mathrm|mathbf|mathit|operatorname|mathcal|mathbb|left|right|displaystyle|quad|qquad|limits)$/;
  return [...tex.replace(accented, '$2$3').matchAll(/\\([a-zA-Z]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !known.test(name) && !(name in commands));
}

function group(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`;
}

const raised: Record<string, string> = Object.fromEntries(
  [...'0123456789+-=()niTabcdefghjklmoprstuvwxyz'].map((plain, index) => [
    plain,
    [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'][index] ?? plain,
  ]),
);
const lowered: Record<string, string> = Object.fromEntries(
  [...'0123456789+-=()aehijklmnoprstuvx'].map((plain, index) => [
    plain,
    [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'][index] ?? plain,
  ]),
);

/** Raised or lowered characters where all of them exist, else the mark with its text in brackets. */
function shift(mark: string, text: string): string {
  const table = mark === '^' ? raised : lowered;
  const characters = [...text];
  if (characters.every((character) => character in table))
    return characters.map((character) => table[character]).join('');
  // Full-width forms of the marks, so that they are not read again.
  return `${mark === '^' ? 'ˆ' : 'ˍ'}${group(text)}`;
}

/** A mark over one character. Over several it would be another formula. */
const accented =
  /\\(hat|widehat|tilde|widetilde|bar|overline|vec|dot|ddot)(?![a-zA-Z])\s*(?:\{\s*(\\[a-zA-Z]+|[^\s{}\\])\s*\}|(\\[a-zA-Z]+|[^\s{}\\]))/gu;

/** Marks that stand over one character. */
const accents: Record<string, string> = {
  hat: '\u0302',
  widehat: '\u0302',
  tilde: '\u0303',
  widetilde: '\u0303',
  bar: '\u0304',
  overline: '\u0305',
  vec: '\u20d7',
  dot: '\u0307',
  ddot: '\u0308',
};

const commands: Record<string, string> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  times: '×',
  cdot: '·',
  div: '÷',
  pm: '±',
  mp: '∓',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  ne: '≠',
  neq: '≠',
  approx: '≈',
  sim: '∼',
  equiv: '≡',
  propto: '∝',
  infty: '∞',
  sum: '∑',
  prod: '∏',
  int: '∫',
  partial: '∂',
  nabla: '∇',
  in: '∈',
  notin: '∉',
  subset: '⊂',
  subseteq: '⊆',
  cup: '∪',
  cap: '∩',
  emptyset: '∅',
  forall: '∀',
  exists: '∃',
  to: '→',
  rightarrow: '→',
  leftarrow: '←',
  Rightarrow: '⇒',
  Leftarrow: '⇐',
  leftrightarrow: '↔',
  mapsto: '↦',
  land: '∧',
  lor: '∨',
  neg: '¬',
  circ: '∘',
  odot: '⊙',
  oplus: '⊕',
  otimes: '⊗',
  ominus: '⊖',
  ast: '∗',
  star: '⋆',
  bullet: '•',
  wedge: '∧',
  vee: '∨',
  perp: '⊥',
  parallel: '∥',
  mid: '|',
  ll: '≪',
  gg: '≫',
  cong: '≅',
  simeq: '≃',
  supset: '⊃',
  supseteq: '⊇',
  setminus: '∖',
  ell: 'ℓ',
  hbar: 'ℏ',
  langle: '⟨',
  rangle: '⟩',
  lfloor: '⌊',
  rfloor: '⌋',
  lceil: '⌈',
  rceil: '⌉',
  therefore: '∴',
  top: '⊤',
  bot: '⊥',
  implies: '⇒',
  iff: '⇔',
  cdots: '⋯',
  ldots: '…',
  dots: '…',
  prime: '′',
  log: 'log',
  ln: 'ln',
  exp: 'exp',
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  sup: 'sup',
  inf: 'inf',
  Pr: 'Pr',
  gcd: 'gcd',
  max: 'max',
  min: 'min',
  arg: 'arg',
  lim: 'lim',
  det: 'det',
};
