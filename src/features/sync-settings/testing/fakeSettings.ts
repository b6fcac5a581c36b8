import { applyMappingDiff, type MappingEntry } from '../../../../mocks/routes/mappingDiff.ts';
import type { SyncSettings } from '../../../domain/settings.ts';
import { emptySettings } from '../../../domain/settings.ts';

/** What goes wrong with a request: an answer in place of the server's, or an error, before or after the server acted. */
export interface Fault {
  readonly acts: boolean;
  readonly answer: () => Response;
}

interface Stored {
  field: string;
  regex_filter: string | null;
  auto_create_missing_groups: boolean;
  mapping: ReadonlyMap<string, readonly string[] | null>;
  legacy: ReadonlyMap<string, string>;
}

interface Body {
  readonly field: string;
  readonly regex_filter: string | null;
  readonly auto_create_missing_groups: boolean;
  readonly mapping: Readonly<Record<string, readonly string[]>>;
  readonly Add: readonly { readonly Given: string; readonly Gets: string }[];
  readonly Remove: readonly { readonly Given: string; readonly Gets: string }[];
}

/** The settings endpoints of group sync in memory, with the server's semantics and nothing around them. */
export class FakeSettings {
  readonly requests: { readonly method: string; readonly path: string; readonly body: Body }[] = [];
  /** Asked before each request. */
  onRequest: (method: string, path: string) => Fault | undefined | Promise<Fault | undefined> = () => undefined;
  private stored: Stored = {
    field: '',
    regex_filter: null,
    auto_create_missing_groups: false,
    mapping: new Map(),
    legacy: new Map(),
  };

  constructor(settings: SyncSettings) {
    this.settings = settings;
  }

  get settings(): SyncSettings {
    const { field, regex_filter, auto_create_missing_groups, mapping, legacy } = this.stored;
    return {
      ...emptySettings,
      field,
      regexFilter: regex_filter,
      autoCreateMissing: auto_create_missing_groups,
      mapping: new Map(Array.from(mapping, ([value, targets]) => [value, targets ?? []])),
      legacyNameMapping: legacy,
    };
  }

  set settings({ field, regexFilter, autoCreateMissing, mapping, legacyNameMapping }: SyncSettings) {
    this.stored = {
      field,
      regex_filter: regexFilter,
      auto_create_missing_groups: autoCreateMissing,
      mapping,
      legacy: legacyNameMapping,
    };
  }

  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const method = init.method ?? 'GET';
    const path = new URL(url, 'http://localhost').pathname;
    const body = JSON.parse(String(init.body ?? '{}'));
    const fault = await this.onRequest(method, path);
    if (fault && !fault.acts) return fault.answer();
    this.requests.push({ method, path, body });
    if (method === 'PATCH') this.write(path, body);
    return fault ? fault.answer() : Response.json(this.wire());
  };

  private write(path: string, body: Body): void {
    const { field, regex_filter, auto_create_missing_groups } = body;
    const scalars = { field, regex_filter, auto_create_missing_groups };
    if (path.endsWith('/config')) this.stored = { ...this.stored, ...scalars };
    else if (path.endsWith('/mapping')) {
      const entries = (list: Body['Add']): MappingEntry[] =>
        list.map(({ Given, Gets }) => ({ given: Given, gets: Gets }));
      const diff = { add: entries(body.Add), remove: entries(body.Remove) };
      this.stored = { ...this.stored, mapping: applyMappingDiff(this.stored.mapping, diff) ?? new Map() };
    } else this.stored = { ...scalars, mapping: new Map(Object.entries(body.mapping)), legacy: new Map() };
  }

  private wire(): object {
    const { mapping, legacy, ...scalars } = this.stored;
    return {
      ...scalars,
      mapping: Object.fromEntries(mapping),
      ...(legacy.size > 0 && { legacy_group_name_mapping: Object.fromEntries(legacy) }),
    };
  }
}
