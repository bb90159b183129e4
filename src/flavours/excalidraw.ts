/**
 * Notes in which Obsidian's Excalidraw keeps a drawing: its words and its files are shown, not what the plugin writes for
 * itself.
 */

/** What the plugin says to whoever reads the file, and the names of its own sections. */
const machine =
  /^(?:==⚠.*|#{1,2} (?:Excalidraw Data|Text Elements|Element Links|Embedded Files|Drawing)\s*)$/u;

/** @returns the text with as many lines as before, so that places in it stay true */
export function readExcalidraw(body: string): string {
  let isDrawing = false;
  let hasLinks = false;
  let fence = false;
  return body
    .split('\n')
    .map((line) => {
      if (machine.test(line)) {
        isDrawing = line.endsWith('Drawing');
        hasLinks = line.trimEnd().endsWith('Element Links');
        return '';
      }
      if (isDrawing && line.startsWith('```')) {
        fence = !fence;
        if (!fence) isDrawing = false;
        return '';
      }
      if (fence) return '';
      // A link has the name of the element that carries it before it.
      if (hasLinks) return line.replace(/^[\w-]{1,40}:\s*(?=\S)/u, '');
      // A file has the name of its contents before it.
      const [, file] = /^[\da-f]{20,}:\s*(\S.*)$/u.exec(line) ?? [];
      return file === undefined ? line : file.replace(/^\[\[/u, '![[');
    })
    .join('\n');
}
