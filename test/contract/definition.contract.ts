import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { models } from '../../src/model/index.ts';
import type { Kind } from '../../src/model/kind.ts';
import { checkMapping } from '../../src/model/mapping-check.ts';
import { MappingShape } from '../../src/model/mapping-shape.ts';
import type { Subject } from './subject.ts';

const SOURCES = join(import.meta.dirname, '../../src/sources');

/** What holds for a definition before anything is connected. */
export function describeDefinition({ definition, simulator, settings, kinds }: Subject): void {
  const rows = Object.entries(definition.mapping).flatMap(([kind, mapping]) =>
    (mapping ?? []).map((row) => ({ kind: kind as Kind, row })),
  );

  describe('the definition', () => {
    it('has the name of its folder, and its simulator as well', () => {
      expect(existsSync(join(SOURCES, definition.id, 'index.ts'))).toBe(true);
      expect([simulator.id, simulator.name]).toEqual([definition.id, definition.name]);
    });

    it('takes what its simulator says, and names what is missing of it', () => {
      const names = Object.keys(settings);
      const lines = names.map((name) => {
        const result = readConfig({ ...settings, [name]: undefined }, [definition]);
        return 'errors' in result ? result.errors.join('\n') : null;
      });

      expect(definition.settings.safeParse(settings).success).toBe(true);
      expect(lines.filter((line, i) => line !== null && !line.includes(names[i] ?? ''))).toEqual([]);
      expect(lines.filter((line) => line !== null).length).toBeGreaterThan(0);
    });

    it('asks for variables of its own only', () => {
      const prefix = `${definition.id.toUpperCase().replaceAll('-', '_')}_`;

      const { settings, oauth } = definition;
      const shapes = [settings, oauth?.app, oauth?.settings].flatMap((part) => Object.keys(part?.shape ?? {}));

      expect(shapes.filter((name) => !name.startsWith(prefix))).toEqual([]);
    });

    it('maps every kind it has, and no other', () => {
      expect(Object.keys(definition.mapping).sort()).toEqual([...kinds].sort());
    });

    it('maps to fields of the model only, with values the model knows, and nothing out to what nobody writes', () => {
      const wrong = rows.filter(({ kind, row }) => {
        const { fields, open } = models[kind];
        const rule = fields[row.entity];
        if (!rule) return !(open && row.entity === 'custom.*');
        const tables = (row.transforms ?? []).flatMap((step) => (step.do === 'table' ? Object.values(step.table) : []));
        const strange = tables.some((value) => !rule.values?.includes(String(value)));
        return strange || (rule.readOnly === true && row.direction !== 'in');
      });

      expect(wrong).toEqual([]);
    });

    it.each(kinds)('has a mapping of %ss that a person could put in force', (kind) => {
      const mapping = definition.mapping[kind] ?? [];

      expect(MappingShape.safeParse(mapping).error).toBeUndefined();
      expect(checkMapping(models[kind], mapping, { fields: null })).toEqual([]);
    });
  });
}
