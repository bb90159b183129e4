import nodeModule from 'node:module';

/**
 * Mermaid copies all of its settings, some nine hundred, whenever it asks for one of them, and with such care that this
 * is half of what reading a diagram takes. Into an empty object they can be copied thirty times as fast, with the same
 * outcome; where Mermaid's code is not as expected, it stays as it is.
 */
export function quickenSettings(code: string): string {
  return copyLater(copyQuickly(code));
}

function copyQuickly(code: string): string {
  return code.replace(
    /(\w+) ?= ?(?:\/\* @__PURE__ \*\/ )?\w+\(\((\w+), ?(\w+), ?\{ ?depth(?:: ?(\w+))? ?= ?2 ?\} ?= ?\{\}\) ?=> ?\{/u,
    (whole, name: string, to: string, from: string, depth = 'depth') =>
      `${whole}if(${depth}>0&&(${isBare})(${to},${from})){Object.assign(${to},${from});for(const key in ${from}){const value=${from}[key];if(value===null)delete ${to}[key];else if(typeof value==="object")${to}[key]=${name}(Array.isArray(value)?[]:{},value,{depth:${depth}-1})}return ${to}}`,
  );
}

/** As source, for a page as well as for Node: the first is empty, and neither is anything but a plain object. */
const isBare =
  '(to,from)=>{const plain=Object.prototype;if(!to||!from||Object.getPrototypeOf(to)!==plain||Object.getPrototypeOf(from)!==plain||Object.hasOwn(from,"__proto__"))return false;for(const key in to)return false;return true}';

/** What asks for the settings gets a copy of which each part is only made when it is looked at. */
function copyLater(code: string): string {
  return code.replace(
    /\(\(\) ?=> ?(?:\{\s*return )?(\w+)\(\{\}, ?(\w+)\);?\s*\}?, ?"getConfig"\)/u,
    (_, copy: string, settings: string) =>
      `((open=>()=>open(${settings},2))((${openLater.toString()})((...given)=>${copy}(...given))),"getConfig")`,
  );
}

type Settings = Record<PropertyKey, unknown>;
type Copy = (to: object, from: object, options: { depth: number }) => object;

/**
 * Copies as `copy` does into an empty object, part by part as they are read; all of it before anything else is done with
 * the copy. Its source is put into Mermaid's, so it uses nothing from outside.
 */
function openLater(copy: Copy): (from: object, depth: number) => object {
  const plain = Object.prototype;
  const open = (from: Settings, depth: number): object => {
    if (Object.getPrototypeOf(from) !== plain || Object.hasOwn(from, '__proto__'))
      return copy({}, from, { depth });
    const to: Settings = {};
    let isWhole = false;
    const read = (key: PropertyKey): unknown => {
      if (Object.hasOwn(to, key)) return to[key];
      const value = from[key];
      if (typeof value !== 'object' || !Object.hasOwn(from, key)) return value;
      if (value === null) return undefined;
      return (to[key] =
        depth > 1 && !Array.isArray(value)
          ? open(value as Settings, depth - 1)
          : copy(Array.isArray(value) ? [] : {}, value, { depth: depth - 1 }));
    };
    const finish = (): void => {
      if (isWhole) return;
      isWhole = true;
      // In their order, whatever was read first.
      const parts = Object.keys(from).map((key) => [key, read(key)] as const);
      for (const [key, value] of parts) {
        delete to[key];
        if (from[key] !== null) to[key] = value;
      }
    };
    return new Proxy(to, {
      get: (_, key) => (isWhole ? to[key] : read(key)),
      set: (_, key, value) => (finish(), Reflect.set(to, key, value)),
      has: (_, key) => (finish(), Reflect.has(to, key)),
      deleteProperty: (_, key) => (finish(), Reflect.deleteProperty(to, key)),
      ownKeys: () => (finish(), Reflect.ownKeys(to)),
      getOwnPropertyDescriptor: (_, key) => (finish(), Reflect.getOwnPropertyDescriptor(to, key)),
      defineProperty: (_, key, value) => (finish(), Reflect.defineProperty(to, key, value)),
    });
  };
  return open as (from: object, depth: number) => object;
}

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
