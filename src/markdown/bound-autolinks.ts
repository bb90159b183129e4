/**
 * Keeps the time that bare links take in bounds. A bracket that nothing closes keeps addresses behind it from being
 * links; at each word the parser would look for it through all that it has read of the paragraph. Where it was found
 * once, it is looked at again: the links come out the same.
 */
import type { Construct, Event, Extension, Token } from 'micromark-util-types';
import type { Processor } from 'unified';

const bareLinks = new Set(['wwwAutolink', 'protocolAutolink', 'emailAutolink']);

/** To be used after `remark-gfm`. */
export function remarkBoundAutolinks(this: Processor): void {
  const { micromarkExtensions = [] } = this.data() as { micromarkExtensions?: Extension[] };
  for (const { text = {} } of micromarkExtensions)
    for (const [sign, constructs] of Object.entries(text)) {
      const bounded = [constructs].flat().map((construct) => construct && boundConstruct(construct));
      text[sign] = bounded as Construct[];
    }
}

const known = new WeakMap<Construct, Construct>();

function boundConstruct(construct: Construct): Construct {
  if (!bareLinks.has(construct.name ?? '')) return construct;
  let bounded = known.get(construct);
  if (bounded) return bounded;
  bounded = {
    ...construct,
    tokenize(effects, ok, nok) {
      return standsInOpenBracket(this.events) ? nok : construct.tokenize.call(this, effects, ok, nok);
    },
  };
  known.set(construct, bounded);
  return bounded;
}

const openBrackets = new WeakMap<Event[], { at: number; token: Token }>();

function standsInOpenBracket(events: Event[]): boolean {
  const last = openBrackets.get(events);
  if (last && events[last.at]?.[1] === last.token && isOpen(last.token)) return true;
  for (let at = events.length - 1; at >= 0; at--) {
    const token = events[at]?.[1] as Token & { _gfmAutolinkLiteralWalkedInto?: boolean };
    if (token._gfmAutolinkLiteralWalkedInto) return false;
    if (!isOpen(token)) continue;
    openBrackets.set(events, { at, token });
    return true;
  }
  return false;
}

function isOpen({ type, _balanced }: Token): boolean {
  return (type === 'labelLink' || type === 'labelImage') && !_balanced;
}
