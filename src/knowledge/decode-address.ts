/**
 * An address without its signs of percent (`%20`); as it is written where these say nothing that can be read.
 * @param decode `decodeURI` keeps those that part an address (`%2F`, `%23`)
 */
export function decodeAddress(address: string, decode = decodeURIComponent): string {
  try {
    return decode(address);
  } catch {
    return address;
  }
}
