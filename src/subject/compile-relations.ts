import { pagesWords } from '#words';
import type { DeclaredRelationType } from './declaration.ts';
import type { Direction, RelationTypes } from './subject.ts';

const usualWeight = 2;
export const mostWeight = 5;

/** Both directions of every declared relation type, in their order of display. */
export function compileRelations(
  declared: ReadonlyMap<string, DeclaredRelationType> | undefined,
): RelationTypes {
  const all = [...(declared ?? [])].flatMap(([type, relation], place) => {
    const [label = type, back = label] = relation.label ?? [];
    const [verb = label, backVerb = back] = relation.verb ?? [];
    const [weight = usualWeight, backWeight = weight] = (relation.weight ?? []).map((written) =>
      Math.min(mostWeight, Math.max(0, written)),
    );
    const [order = place + 1, backOrder = order] = relation.order ?? [];
    const shared = { isAcyclic: relation.acyclic ?? false };
    const ends = {
      ...(relation.from ? { from: relation.from } : {}),
      ...(relation.to ? { to: relation.to } : {}),
    };
    const there = {
      type,
      label,
      verb,
      weight,
      order,
      inverse: relation.inverse ?? type,
      isWritten: true,
      ...shared,
      ...ends,
    };
    if (relation.inverse === undefined) return [there];
    const turned = {
      ...(relation.to ? { from: relation.to } : {}),
      ...(relation.from ? { to: relation.from } : {}),
    };
    return [
      there,
      {
        type: relation.inverse,
        label: back,
        verb: backVerb,
        weight: backWeight,
        order: backOrder,
        inverse: type,
        isWritten: relation.write === 'both',
        ...shared,
        ...turned,
      },
    ];
  });
  all.sort((a, b) => a.order - b.order);
  const byType = new Map<string, Direction>(all.map((direction) => [direction.type, direction]));
  const isOpen = declared === undefined;
  return {
    isOpen,
    all,
    written: all.filter(({ isWritten }) => isWritten).map(({ type }) => type),
    find: (type) => byType.get(type) ?? inventDirection(type),
  };
}

/** Marks the other direction of a type that only notes name. */
const backMark = '~';

/** A type that nobody declared shows as it is written. */
function inventDirection(type: string): Direction {
  const isBack = type.startsWith(backMark);
  const bare = isBack ? type.slice(backMark.length) : type;
  const name = bare.replace(/[-_]+/gu, ' ').trim();
  const label = isBack ? pagesWords().relationFrom(name) : name;
  return {
    type,
    label,
    verb: name,
    inverse: isBack ? bare : backMark + bare,
    weight: isBack ? 0 : usualWeight,
    order: isBack ? Infinity : Number.MAX_SAFE_INTEGER,
    isWritten: !isBack,
    isAcyclic: false,
  };
}
