import nodeModule from 'node:module';

/**
 * Mermaid copies all of its settings, some nine hundred, whenever it asks for one of them, and with such care that this
 * is half of what reading a diagram takes. Into an empty object they can be copied thirty times as fast, with the same
 * outcome; where Mermaid's code is not as expected, it stays as it is.
 */
export function quickenSettings(code: string): string {
  return code.replace(
    /(\w+) ?= ?(?:\/\* @__PURE__ \*\/ )?\w+\(\((\w+), ?(\w+), ?\{ ?depth(?:: ?(\w+))? ?= ?2 ?\} ?= ?\{\}\) ?=> ?\{/u,
    (whole, name: string, to: string, from: string, depth = 'depth') =>
      `${whole}if(${depth}>0&&(${isBare})(${to},${from})){Object.assign(${to},${from});for(const key in ${from}){const value=${from}[key];if(value===null)delete ${to}[key];else if(typeof value==="object")${to}[key]=${name}(Array.isArray(value)?[]:{},value,{depth:${depth}-1})}return ${to}}`,
  );
}

/** As source, for a page as well as for Node: the first is empty, and neither is anything but a plain object. */
const isBare =
  '(to,from)=>{const plain=Object.prototype;if(!to||!from||Object.getPrototypeOf(to)!==plain||Object.getPrototypeOf(from)!==plain||Object.hasOwn(from,"__proto__"))return false;for(const key in to)return false;return true}';

let loading: Promise<unknown> | undefined;

/** Loads Mermaid with quick settings into this process. */
export function loadQuickMermaid(): Promise<unknown> {
  return (loading ??= load());
}

async function load(): Promise<void> {
  // Older versions of Node have no such hooks.
  const { registerHooks } = nodeModule as Partial<typeof nodeModule>;
  const hooks = registerHooks?.({
    load: (url, context, next) => {
      const loaded = next(url, context);
      if (!url.includes('/mermaid/dist/') || !loaded.source) return loaded;
      return {
        ...loaded,
        source: quickenSettings(Buffer.from(loaded.source as Uint8Array).toString('utf8')),
      };
    },
  });
  try {
    await import('mermaid');
  } finally {
    hooks?.deregister();
  }
}
