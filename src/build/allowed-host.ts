import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * Whether a server on this machine answers a request that was sent to `host` (the header). A page of the web can let its
 * own name lead to this machine (DNS rebinding) and would then read what is served here as its own. Nobody can do that to
 * the names of the loopback, to a number, to this machine's name or to the one that the site is served under.
 * @param served what `HOST` says
 * @param own what this machine calls itself
 */
export function isAllowedHost(
  host: string | undefined,
  served: string | undefined,
  own = hostname(),
): boolean {
  // Browsers always send one.
  if (host === undefined) return true;
  const [, bracketed, plain = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/u.exec(host) ?? [];
  if (bracketed !== undefined) return isIP(bracketed) === 6;
  const name = plain.toLowerCase().replace(/\.$/u, '');
  if (name === '') return false;
  return (
    isIP(name) === 4 ||
    /(?:^|\.)localhost$/u.test(name) ||
    [...listNames(own), served?.toLowerCase()].includes(name)
  );
}

/**
 * This machine's names. A system may call itself by the network that it is in (`desk.fritz.box`), and is `desk` and
 * `desk.local` to its neighbours all the same.
 */
function listNames(own: string): string[] {
  const whole = own.toLowerCase();
  const [short = ''] = whole.split('.');
  return [whole, ...(short && isIP(whole) === 0 ? [short, `${short}.local`] : [])];
}
