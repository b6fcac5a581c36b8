import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { envPrefix, type FlagType, type FlagValue, findFlag, type OidcFlag } from '../domain/flags/oidcFlags.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';
import { listOf, mapOf } from './wire.ts';

/** Where a flag has its value from. */
export type FlagSource = 'flag' | 'env' | 'yaml' | 'default';

/** A server flag for OIDC as the deployment runs with it. */
export interface ServerFlag {
  readonly flag: OidcFlag;
  readonly value: FlagValue;
  /** Undefined: not set, and without a default. */
  readonly source: FlagSource | undefined;
  /** What it is if nobody sets it. */
  readonly defaultText: string;
  /** The server doesn’t show it in its help. */
  readonly isHidden: boolean;
}

const option = z.object({
  env: z.optional(z.string()),
  yaml: z.optional(z.string()),
  default: z.optional(z.string()),
  value: z.unknown(),
  hidden: z.optional(z.boolean()),
  value_source: z.optional(z.string()),
});

const answer = z.pipe(
  z.object({ options: listOf(option) }),
  z.transform(({ options }): readonly ServerFlag[] => options.flatMap((wire) => toFlag(wire) ?? [])),
);

/** Options that aren't known here are left out: what they mean couldn't be said. */
function toFlag({
  env = '',
  yaml,
  value,
  hidden,
  value_source,
  ...wire
}: z.infer<typeof option>): ServerFlag | undefined {
  const flag = env.startsWith(envPrefix) ? findFlag(env) : undefined;
  if (!flag) return undefined;
  return {
    flag: yaml ? { ...flag, yaml } : flag,
    value: decodeValue(flag.type, value),
    source: isSource(value_source) ? value_source : undefined,
    defaultText: wire.default ?? '',
    isHidden: hidden === true,
  };
}

function isSource(text: string | undefined): text is FlagSource {
  return text === 'flag' || text === 'env' || text === 'yaml' || text === 'default';
}

const decoders: Readonly<Record<FlagType, z.ZodMiniType<FlagValue>>> = {
  text: z.string(),
  switch: z.boolean(),
  list: z.array(z.string()),
  map: mapOf(z.string()),
  lists: mapOf(listOf(z.string())),
};
const empty: Readonly<Record<FlagType, FlagValue>> = {
  text: '',
  switch: false,
  list: [],
  map: new Map(),
  lists: new Map(),
};

/** Unset lists and maps are null on the wire. */
function decodeValue(type: FlagType, value: unknown): FlagValue {
  const parsed = z.safeParse(decoders[type], value);
  if (parsed.success) return parsed.data;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : empty[type];
}

/** The server flags that concern login and sync. A 403 for all but Owners and Auditors. */
export const serverFlagsQuery = queryOptions({
  queryKey: keys.serverFlags,
  queryFn: ({ signal }) => request(answer, '/deployment/config', { signal }),
  staleTime: 5 * 60_000,
});
