import { describe, expect, it } from 'vitest';
import { openVault } from '../flavours/vault.ts';

describe('collections of Jekyll', () => {
  const served = async (files: Record<string, string>, below = '') => {
    const { atlas, problems } = await openVault(files, below);
    const { notes, folderNames } = atlas.library;
    return {
      addresses: Object.fromEntries(notes.map(({ path, address }) => [path, address])),
      names: Object.fromEntries(folderNames),
      held: atlas.held.map(({ path }) => path).sort(),
      atlas,
      problems,
    };
  };

  it('are published where the settings say so, without the stroke before their names', async () => {
    const { addresses, names, held, problems } = await served({
      '_config.yml':
        'title: 등대\ncollections:\n  lamps:\n    output: true\n    title: 등불\n  keepers: { output: true }\n  plans:\n    output: false\n  rooms:\n  drafts: { output: true }\n  data: { output: true }\n',
      'index.md': '# 등대\n\n[등불](/lamps/oil/), [기름]({% link _lamps/oil.md %}), [지기](_keepers/kim.md)',
      '_lamps/oil.md': '# 기름\n\n글',
      '_lamps/2 parts/wick.md': '# 심지\n\n글',
      '_lamps/_part.md': '# 조각\n\n글',
      '_lamps/hidden.md': '---\npublished: false\n---\n# 숨김\n\n글',
      '_lamps/later.md': '---\ndate: 2999-01-02\n---\n# 나중\n\n글',
      ...{ '_keepers/kim.md': '# 김', '_plans/a.md': '글', '_rooms/a.md': '글', '_drafts/a.md': '글' },
      ...{ '_data/a.md': '글', '_includes/a.md': '글', '_other/a.md': '글' },
    });
    expect(addresses).toEqual({
      'index.md': 'index',
      '_keepers/kim.md': 'keepers/kim',
      '_lamps/2 parts/wick.md': 'lamps/2 parts/wick',
      '_lamps/oil.md': 'lamps/oil',
    });
    expect(names).toMatchObject({ lamps: '등불' });
    expect(held).toEqual([
      ...['_data/a.md', '_drafts/a.md', '_includes/a.md', '_lamps/_part.md', '_lamps/hidden.md'],
      ...['_lamps/later.md', '_other/a.md', '_plans/a.md', '_rooms/a.md'],
    ]);
    expect(problems.filter((line) => line.includes(' link: ') || line.includes('reference'))).toEqual([]);
  });

  it('lie where the settings say, also those of lists and of included folders', async () => {
    const { addresses, held } = await served({
      '_config.yml':
        'source: site\ncollections_dir: shelf\ninclude: [_pages, .htaccess]\ncollections:\n  - plain\n  - lamps:\n      output: true\n',
      ...{ 'site/shelf/_lamps/a.md': '글', 'site/shelf/_plain/a.md': '글', 'site/_pages/b.md': '글' },
      ...{ 'site/_lamps/no.md': '글', 'site/c.md': '글' },
    });
    expect(addresses).toEqual({
      'site/_pages/b.md': 'pages/b',
      'site/c.md': 'c',
      'site/shelf/_lamps/a.md': 'lamps/a',
    });
    expect(held).toEqual(['site/_lamps/no.md', 'site/shelf/_plain/a.md']);
  });

  it('take what the settings give to all of a collection', async () => {
    const { addresses } = await served({
      '_config.yml':
        'collections:\n  lamps: { output: true }\n  keepers: { output: true }\ndefaults:\n  - scope: { path: "", type: keepers }\n    values: { published: false }\n',
      ...{ '_lamps/a.md': '글', '_keepers/a.md': '글' },
    });
    expect(addresses).toEqual({ '_lamps/a.md': 'lamps/a' });
    const twice = await served({
      '_config.yml':
        'kramdown: { input: GFM }\ncollections: { lamps: { output: true }, keepers: { output: true } }\nkramdown: {}\ndefaults:\n- scope: { path: "", type: keepers }\n  values: { published: false }\n',
      ...{ '_lamps/a.md': '글', '_keepers/a.md': '글' },
    });
    expect(twice.addresses).toEqual({ '_lamps/a.md': 'lamps/a' });
  });

  it('are no folders of a site that does not declare them, nor settings that cannot be read', async () => {
    for (const settings of [
      'title: x',
      'collections: [',
      'collections: lamps',
      'collections:\n  ../x: { output: true }',
    ])
      expect((await served({ '_config.yml': settings, '_lamps/a.md': '글', 'b.md': '글' })).held).toEqual([
        '_lamps/a.md',
      ]);
  });
});
