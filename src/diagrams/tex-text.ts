/**
 * TeX maths as plain text, as far as characters go: `x^2` is `x²`, `\alpha \le \frac{a}{b}` is `α ≤ a/b`. Mermaid can
 * set maths only as HTML, which a drawing may not hold. Unknown commands keep their name, see `findUnknownTex`.
 */
export function readTex(tex: string): string {
  let text = tex.trim();
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replace(
        /\\(?:d|t)?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
        (_, a: string, b: string) => `${group(a)}/${group(b)}`,
      )
      .replace(/\\sqrt\s*\{([^{}]*)\}/g, (_, inner: string) => `√${group(inner)}`)
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
  return [...tex.matchAll(/\\([a-zA-Z]+)/g)]
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
  max: 'max',
  min: 'min',
  arg: 'arg',
  lim: 'lim',
  det: 'det',
};
