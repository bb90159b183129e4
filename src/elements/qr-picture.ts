/** Empty modules around a code, without which scanners may not find it (ISO/IEC 18004 asks for four). */
const quietZone = 4;

/** A QR code as SVG: dark on white whatever the page's scheme, one unit a module, with its quiet zone. */
export function writeQrSvg(code: { size: number; get: (x: number, y: number) => boolean }): string {
  const side = code.size + quietZone * 2;
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const start = x;
      while (x + 1 < code.size && code.get(x + 1, y)) x++;
      path += `M${start + quietZone} ${y + quietZone}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`;
}
