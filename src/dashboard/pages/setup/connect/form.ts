import type { SetupConnectionsQuery } from '../../../../client/generated/graphql.ts';
import { type SettingWords, settingInWords, withSettingWords } from '../../../words/setting.ts';

/** A system as this step knows it. */
export type SetupSystem = SetupConnectionsQuery['systems'][number];
/** A setting as the gateway describes it. */
export type Setting = SetupSystem['connection']['settings'][number];
/** What was typed, by the setting's name; what nobody touched is absent. */
export type Draft = Readonly<Record<string, string>>;

/** What is wrong: by the setting's name, and what belongs to none of them. */
export interface Faults {
  readonly bySetting: Readonly<Record<string, string>>;
  readonly others: readonly string[];
}

interface Complaint {
  readonly path?: readonly string[] | null | undefined;
  readonly message: string;
}

/** What is sent: all that differs from what the gateway holds. An emptied field takes the setting away; an emptied secret stays, for nobody sees it. */
export function changesOf(settings: readonly Setting[], draft: Draft): { name: string; value: string | null }[] {
  return settings.flatMap(({ name, secret, value, isSet }): { name: string; value: string | null }[] => {
    const typed = draft[name]?.trim();
    if (typed === undefined || typed === (value ?? '')) return [];
    if (typed !== '') return [{ name, value: typed }];
    return isSet && !secret ? [{ name, value: null }] : [];
  });
}

/** Sorts what the gateway says by the fields of the form; there it begins with "This", for the field has its label. */
export function faultsOf(settings: readonly Setting[], complaints: readonly Complaint[]): Faults {
  const names = new Set(settings.map(({ name }) => name));
  const bySetting: Record<string, string> = {};
  const others: string[] = [];
  for (const { path, message } of complaints) {
    const name = path?.at(-1) ?? '';
    if (names.has(name)) bySetting[name] = `${withSettingWords(message.replace(name, 'This'))}.`;
    else others.push(withSettingWords(message));
  }
  return { bySetting, others };
}

/** A setting with its words. */
export interface Worded extends SettingWords {
  readonly setting: Setting;
}

/** The settings that people are asked for, and those that are right as they come. */
export function sorted(settings: readonly Setting[], system: string): { asked: Worded[]; rare: Worded[] } {
  const all = settings.map((setting) => ({ setting, ...settingInWords(setting.name, system) }));
  return {
    asked: all.filter(({ isRare, setting }) => !isRare || setting.required),
    rare: all.filter(({ isRare, setting }) => isRare && !setting.required),
  };
}
