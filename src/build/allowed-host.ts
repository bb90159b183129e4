import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * Whether a server on this machine answers a request that was sent to `host` (the header). A page of the web can let its
 * own name lead to this machine (DNS rebinding) and would then read what is served here as its own. Nobody can do that to
 * the names of the loopback, to a number, to this machine's name or to the one that the site is served under.
 * @param served what `HOST` says
 */
export function isAllowedHost(host: string | undefined, served: string | undefined): boolean {
  // Browsers always send one.
  if (host === undefined) return true;
  const [, bracketed, plain = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/u.exec(host) ?? [];
  if (bracketed !== undefined) return isIP(bracketed) === 6;
  const name = plain.toLowerCase().replace(/\.$/u, '');
  if (name === '') return false;
  const own = hostname().toLowerCase();
  return (
    isIP(name) === 4 ||
    /(?:^|\.)localhost$/u.test(name) ||
    [own, `${own}.local`, served?.toLowerCase()].includes(name)
  );
}
