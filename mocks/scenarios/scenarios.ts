import { changeScenarios } from './changeScenarios.ts';
import { dataScenarios } from './dataScenarios.ts';
import { faultScenarios } from './faultScenarios.ts';
import type { Scenario } from './Scenario.ts';

const all = [...dataScenarios, ...changeScenarios, ...faultScenarios];

export type ScenarioName = (typeof all)[number]['name'];

export const scenarios: readonly Scenario<ScenarioName>[] = all;

/** Short names for the command line. */
const aliases: ReadonlyMap<string, ScenarioName> = new Map([
  ['company', 'a believable company'],
  ['default', 'a believable company'],
  ['large', 'a large organization'],
  ['empty', 'nothing configured'],
  ['agpl', 'an AGPL build without enterprise routes'],
  ['unlicensed', 'not licensed'],
]);

export function findScenario(name: string): Scenario<ScenarioName> | undefined {
  const full = aliases.get(name) ?? name;
  return scenarios.find((scenario) => scenario.name === full);
}
