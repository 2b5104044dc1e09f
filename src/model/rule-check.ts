import { type Condition, OF_CONTACT, questions } from './condition.ts';
import { models } from './index.ts';
import { CHILD_KINDS, type Kind } from './kind.ts';
import type { Action, Happening, Rule, Trigger } from './rule.ts';
import { covers } from './rule-cause.ts';
import { isWord, templatesOf, WORDS } from './rule-words.ts';
import { namesIn } from './template.ts';

/** What is wrong with a rule, and where. */
export interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

/** The names that a rule may use besides those of kinds and fields. */
export interface Known {
  readonly systems: readonly string[];
  /** The webhook targets; null where nobody can tell, and so none is refused. */
  readonly targets: readonly string[] | null;
}

/**
 * Everything in a well-formed rule that could never come true or do anything: systems, fields and words that nobody knows, and parts
 * that do not go together.
 */
export function faultsOf(
  { trigger, when, actions }: Pick<Rule, 'trigger' | 'when' | 'actions'>,
  known: Known,
): Fault[] {
  const kinds = kindsOf(trigger);
  return [
    ...below(['trigger'], triggerFaults(trigger, known)),
    ...(when === null ? [] : below(['when'], conditionFaults(when, trigger, known))),
    ...actions.flatMap((action, i) => below(['actions', String(i)], actionFaults(action, trigger, kinds, known))),
  ];
}

/** The same faults with a path that leads to them from further up. */
export function below(path: readonly string[], faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
}

/** The kinds of thing a trigger is about. */
export function kindsOf(trigger: Trigger): readonly Kind[] {
  return 'on' in trigger ? trigger.kinds : trigger.kind === undefined ? [] : [trigger.kind];
}

const NEEDS: Readonly<Record<'fields' | 'tags' | 'systems', readonly Happening[]>> = {
  fields: ['changed', 'conflictOpened'],
  tags: ['tagAdded', 'tagRemoved'],
  systems: ['deliveryFailed', 'recordQuarantined'],
};

function triggerFaults(trigger: Trigger, { systems }: Known): Fault[] {
  if (!('on' in trigger)) return [];
  const { on, kinds, origins, fields = [] } = trigger;
  const idle = (['fields', 'tags', 'systems'] as const).flatMap((part) =>
    trigger[part] && !on.some((one) => NEEDS[part].includes(one))
      ? { path: [part], message: `says nothing here: it goes with ${NEEDS[part].join(' or ')}` }
      : [],
  );
  const tagless = on.flatMap((one, i) =>
    NEEDS.tags.includes(one) && !kinds.includes('contact')
      ? { path: ['on', String(i)], message: 'never happens to these kinds: contacts carry tags' }
      : [],
  );
  return [
    ...idle,
    ...tagless,
    ...strangers(['origins'], Array.isArray(origins) ? origins : [], [...systems, 'gateway'], systems),
    ...strangers(['systems'], trigger.systems ?? [], systems, systems),
    ...fields.flatMap((field, i) => unknownField(field, kinds, ['fields', String(i)], on.includes('conflictOpened'))),
  ];
}

function conditionFaults(when: Condition, trigger: Trigger, { systems }: Known): Fault[] {
  const kinds = kindsOf(trigger);
  if (kinds.length === 0)
    return [{ path: [], message: 'is asked of nothing: a schedule without a kind is about no thing' }];
  return questions(when).flatMap(({ path, asks }): Fault[] => {
    if ('heldBy' in asks) return strangers([...path, 'heldBy'], [asks.heldBy], systems, systems, false);
    if ('tag' in asks)
      return kinds.includes('contact')
        ? []
        : [
            {
              path: [...path, 'tag'],
              message: 'never holds: contacts carry tags; ask for {"field": "contact.tags", "is": "contains"}',
            },
          ];
    if (!asks.field.startsWith(OF_CONTACT)) return unknownField(asks.field, kinds, [...path, 'field']);
    if ('every' in trigger && trigger.kind !== 'contact')
      return [
        {
          path: [...path, 'field'],
          message: 'cannot be asked on a schedule, which looks at what changed itself; use a rule about contacts',
        },
      ];
    return unknownField(asks.field.slice(OF_CONTACT.length), ['contact'], [...path, 'field']);
  });
}

function actionFaults(action: Action, trigger: Trigger, kinds: readonly Kind[], known: Known): Fault[] {
  const { systems } = known;
  const lost = needsContact(action) && !hasContact(trigger);
  return [
    ...(lost ? [{ path: ['do'], message: 'needs a contact, and this rule is about none' }] : []),
    ...(action.do === 'syncKinds' ? strangers(['systems'], action.systems ?? [], systems, systems) : []),
    ...(action.do === 'callWebhook' ? webhookFaults(action, kinds, known) : []),
    ...templatesOf(action).flatMap(({ path, template }) =>
      namesIn(template).flatMap((name) => (isKnownWord(name, kinds) ? [] : { path, message: strange(name) })),
    ),
  ];
}

function webhookFaults(
  { target, fields = [] }: Extract<Action, { do: 'callWebhook' }>,
  kinds: readonly Kind[],
  { targets }: Known,
): Fault[] {
  const unknown = {
    path: ['target'],
    message: `names "${target}"; the webhook targets are ${targets?.join(', ') || 'none yet: see createAlertTarget'}`,
  };
  return [
    ...(targets === null || targets.includes(target) ? [] : [unknown]),
    ...fields.flatMap((name, i) =>
      isKnownWord(name, kinds) ? [] : { path: ['fields', String(i)], message: strange(name) },
    ),
  ];
}

/** True for actions that are done to a contact. */
export function needsContact({ do: what }: Action): boolean {
  return what !== 'raiseAlert' && what !== 'syncKinds' && what !== 'callWebhook';
}

/** True if what the trigger is about is a contact, or belongs to one, that can still be there. */
function hasContact(trigger: Trigger): boolean {
  const gone = 'on' in trigger && trigger.on.every((one) => one === 'deleted');
  return kindsOf(trigger).some(
    (kind) => (kind === 'contact' && !gone) || (CHILD_KINDS as readonly Kind[]).includes(kind),
  );
}

function isKnownWord(name: string, kinds: readonly Kind[]): boolean {
  if (isWord(name)) return true;
  const change = /^changes\.(.+)\.(?:before|after)$/.exec(name)?.[1];
  if (change !== undefined) return isField(change, kinds);
  if (name.startsWith(OF_CONTACT)) return isField(name.slice(OF_CONTACT.length), ['contact']);
  return isField(name, kinds);
}

function strange(name: string): string {
  return `asks for {{${name}}}, which nobody knows; there are ${WORDS.map((word) => `{{${word}}}`).join(', ')}, {{FIELD}}, {{contact.FIELD}} and {{changes.FIELD.before}} or after`;
}

function strangers(
  path: readonly string[],
  named: readonly string[],
  allowed: readonly string[],
  systems: readonly string[],
  numbered = true,
): Fault[] {
  return named.flatMap((id, i) => {
    const message = `names "${id}"; the systems are ${systems.join(', ')}`;
    return allowed.includes(id) ? [] : { path: numbered ? [...path, String(i)] : path, message };
  });
}

function unknownField(field: string, kinds: readonly Kind[], path: readonly string[], disputed = false): Fault[] {
  if (isField(field, kinds) || (disputed && field === 'identity')) return [];
  const known = [...new Set(kinds.flatMap((kind) => Object.keys(models[kind].fields)))];
  return [{ path, message: `is not a field; the fields are ${known.join(', ')}` }];
}

function isField(field: string, kinds: readonly Kind[]): boolean {
  return kinds.some((kind) => {
    const model = models[kind];
    const isListed = Object.keys(model.fields).some((one) => covers([field], one));
    return isListed || (model.open === true && field.startsWith('custom.'));
  });
}
