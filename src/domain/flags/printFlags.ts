import { flagText, isMap } from './flagText.ts';
import { envPrefix, type FlagValue, flagName, type OidcFlag } from './oidcFlags.ts';

/** A flag and what it is to be set to. */
export interface FlagSetting {
  readonly flag: OidcFlag;
  readonly value: FlagValue;
}

/** Where a server gets its flags from. */
export type FlagForm = 'env' | 'flags' | 'helm' | 'yaml';

/** Writes settings of server flags for one of the places where a server reads them at its start. */
export function printFlags(form: FlagForm, settings: readonly FlagSetting[]): string {
  if (settings.length === 0) return '';
  switch (form) {
    case 'env':
      return lines(settings.map(({ flag, value }) => `${envPrefix}${flag.env}=${quoteShell(flagText(value))}`));
    case 'flags':
      return `coder server \\\n${settings.map(({ flag, value }) => `  ${flagName(flag.env)}=${quoteShell(flagText(value))}`).join(' \\\n')}\n`;
    case 'helm':
      return lines([
        'coder:',
        '  env:',
        ...settings.flatMap(({ flag, value }) => [
          `    - name: ${envPrefix}${flag.env}`,
          `      value: ${quoteYaml(flagText(value))}`,
        ]),
      ]);
    case 'yaml':
      return printYaml(settings);
  }
}

function lines(list: readonly string[]): string {
  return `${list.join('\n')}\n`;
}

/** In single quotes, where a shell takes everything as it is. */
function quoteShell(text: string): string {
  return /^[\w./:@,+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A JSON string is a YAML one. */
function quoteYaml(text: string): string {
  return JSON.stringify(text);
}

function printYaml(settings: readonly FlagSetting[]): string {
  const out = ['oidc:'];
  for (const { flag, value } of settings) {
    if (flag.yaml === undefined) {
      out.push(`  # ${envPrefix}${flag.env} has no key here: set it as an environment variable.`);
    } else if (typeof value === 'boolean') out.push(`  ${flag.yaml}: ${value}`);
    else if (typeof value === 'string') out.push(`  ${flag.yaml}: ${quoteYaml(value)}`);
    else if (isMap(value)) out.push(...printMap(flag.yaml, value));
    else
      out.push(
        ...(value.length === 0
          ? [`  ${flag.yaml}: []`]
          : [`  ${flag.yaml}:`, ...value.map((item) => `    - ${quoteYaml(item)}`)]),
      );
  }
  return lines(out);
}

function printMap(key: string, map: ReadonlyMap<string, string | readonly string[]>): readonly string[] {
  if (map.size === 0) return [`  ${key}: {}`];
  return [
    `  ${key}:`,
    ...Array.from(map, ([value, target]) => {
      const written = typeof target === 'string' ? quoteYaml(target) : `[${target.map(quoteYaml).join(', ')}]`;
      return `    ${quoteYaml(value)}: ${written}`;
    }),
  ];
}
