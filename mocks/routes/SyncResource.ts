import type { GoType } from '../go-json/goTypes.ts';
import type { State, StoredMapping } from '../state/State.ts';
import type { AuditFields } from './auditRequest.ts';

/** What the three kinds of sync settings differ in; {@link syncRoutes} serves them alike. */
export interface SyncResource<S extends { readonly mapping: StoredMapping }> {
  readonly audit: { readonly resourceType: string; readonly resourceTarget: string };
  readonly load: (state: State, organizationId: string) => S;
  readonly save: (state: State, organizationId: string, settings: S) => void;
  /** Body of the whole PATCH. */
  readonly whole: GoType<S>;
  /** @throws {ApiError} for what the whole PATCH refuses */
  readonly checkWhole: (settings: S) => void;
  /** Reads the body of `/config` and gives what it makes of the settings. */
  readonly readConfig: (request: Request) => Promise<(settings: S) => S>;
  /** Type of `Gets` in the body of `/mapping`. */
  readonly target: GoType<string>;
  /** Go's name of the type of the body of `/mapping`. */
  readonly mappingRequest: string;
  readonly wire: (settings: S) => object;
  readonly auditFields: (settings: S) => AuditFields;
}
