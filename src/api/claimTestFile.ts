import * as z from 'zod/mini';
import type { ClaimTest } from '../domain/claim-tests/ClaimTest.ts';
import type { TestDirectory } from '../domain/claim-tests/TestDirectory.ts';
import { readJsonTree } from '../domain/policy/readJsonTree.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { mapOf } from './wire.ts';

const version = 1;
const names = z.array(z.string());
const noNames = () => ({ in: [], notIn: [] });
const some = z._default(names, []);
const inAndNot = z._default(
  z.pipe(
    z.strictObject({ in: some, not_in: some }),
    z.transform((wire) => ({ in: unique(wire.in), notIn: unique(wire.not_in) })),
  ),
  noNames,
);
/** Of groups and roles that belong to an organization. */
const path = z.string().check(z.regex(/^[^/]+\//, 'expected organization/name'));
const pathsInAndNot = z._default(
  z.pipe(
    z.strictObject({ in: z._default(z.array(path), []), not_in: z._default(z.array(path), []) }),
    z.transform((wire) => ({ in: unique(wire.in), notIn: unique(wire.not_in) })),
  ),
  noNames,
);

/** Strict: an expectation that is misspelt would be one that nobody checks. */
const test = z.pipe(
  z.strictObject({
    name: z.string().check(z.minLength(1, 'expected a name')),
    member_of: z.optional(names),
    claims: mapOf(z.unknown()),
    left_out: some,
    expect: z.strictObject({
      login: z._default(z.enum(['works', 'refused']), 'works'),
      organizations: inAndNot,
      groups: pathsInAndNot,
      roles: inAndNot,
    }),
  }),
  z.transform(
    ({ name, claims, left_out, member_of, expect }): ClaimTest => ({
      name,
      claims,
      leftOut: left_out,
      ...(member_of && { memberOf: member_of }),
      expected: expect,
    }),
  ),
);

const directory = z.pipe(
  z.object({
    organizations: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        is_default: z._default(z.boolean(), false),
        roles: some,
        default_member_roles: some,
        groups: mapOf(z.string()),
      }),
    ),
    server_flags: z.object({
      group_field: z.string(),
      allowed_groups: names,
      user_role_field: z.string(),
      user_role_mapping: mapOf(names),
      user_role_default: names,
      ignore_email_verified: z.boolean(),
      email_field: z._default(z.string(), 'email'),
      email_domain: some,
    }),
    entitled: z.object({ group: z.boolean(), role: z.boolean(), organization: z.boolean() }),
  }),
  z.transform(
    ({ organizations, server_flags, entitled }): TestDirectory => ({
      organizations: organizations.map(({ is_default, default_member_roles, ...organization }) => ({
        ...organization,
        isDefault: is_default,
        defaultMemberRoles: default_member_roles,
      })),
      flags: {
        groupField: server_flags.group_field,
        allowList: server_flags.allowed_groups,
        siteRoleField: server_flags.user_role_field,
        siteRoleMapping: server_flags.user_role_mapping,
        siteRoleDefaults: server_flags.user_role_default,
      },
      email: {
        ignoreEmailVerified: server_flags.ignore_email_verified,
        emailField: server_flags.email_field,
        emailDomains: server_flags.email_domain,
      },
      entitled,
    }),
  ),
);

const file = z.object({
  version: z.literal(version),
  tests: z.array(z.unknown()),
  directory: z.optional(directory),
});

/** What a file of tests holds. */
export interface ClaimTestFile {
  readonly tests: readonly ClaimTest[];
  /** What there was when the file was written, for those who have no deployment at hand. */
  readonly directory: TestDirectory | undefined;
  /** Tests that can't be read, each with its place and why. */
  readonly problems: readonly string[];
}

/**
 * Reads a file of tests, or what the browser has stored. Whatever it holds is parsed, never trusted.
 *
 * @param json parsed JSON
 * @returns the tests that can be read and what is wrong with the others, or why nothing can be read
 */
export function readClaimTestFile(json: unknown): Result<ClaimTestFile, string> {
  const parsed = z.safeParse(file, json);
  if (!parsed.success) return fail(describe(parsed.error.issues));
  const tests = new Map<string, ClaimTest>();
  const problems: string[] = [];
  for (const [index, item] of parsed.data.tests.entries()) {
    const one = z.safeParse(test, item);
    const place = `tests[${index}]${nameOf(item)}`;
    if (!one.success) problems.push(`${place}: ${describe(one.error.issues)}`);
    else if (tests.has(one.data.name)) problems.push(`${place}: there is a test of this name before it`);
    else tests.set(one.data.name, one.data);
  }
  return ok({ tests: [...tests.values()], directory: parsed.data.directory, problems });
}

/** {@link readClaimTestFile} from a text. */
export function readClaimTestText(text: string): Result<ClaimTestFile, string> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // The engine's own words quote the text.
    const tree = readJsonTree(text);
    if (tree.ok) return fail('this isn’t JSON');
    const { line, column, message } = tree.error;
    return fail(`this isn’t JSON, line ${line}, column ${column}: ${message}`);
  }
  return readClaimTestFile(json);
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}

function nameOf(item: unknown): string {
  const named = z.safeParse(z.object({ name: z.string() }), item);
  return named.success ? ` “${named.data.name}”` : '';
}

function describe(issues: readonly z.core.$ZodIssue[]): string {
  return issues.slice(0, 3).map(describeIssue).join('; ');
}

/** Where, and what was expected; never the value, which can be somebody's claim. */
function describeIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const at = place === '' ? '' : `${place.replace(/^\./, '')}: `;
  switch (issue.code) {
    case 'invalid_type':
      return `${at}expected ${expectedWords[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `${at}expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'unrecognized_keys':
      return `${at}${issue.keys.map((key) => `“${key}”`).join(', ')} isn’t known here`;
    default:
      return `${at}${issue.message}`;
  }
}

const expectedWords: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
};

/** What {@link readClaimTestFile} reads. Plain JSON: own keys like `__proto__` stay. */
export function encodeClaimTests(tests: readonly ClaimTest[], known?: TestDirectory | undefined): object {
  return {
    version,
    tests: tests.map(({ name, memberOf, claims, leftOut, expected }) => ({
      name,
      ...(memberOf && { member_of: memberOf }),
      claims: Object.fromEntries(claims),
      left_out: leftOut,
      expect: {
        login: expected.login,
        organizations: { in: expected.organizations.in, not_in: expected.organizations.notIn },
        groups: { in: expected.groups.in, not_in: expected.groups.notIn },
        roles: { in: expected.roles.in, not_in: expected.roles.notIn },
      },
    })),
    ...(known && { directory: encodeDirectory(known) }),
  };
}

function encodeDirectory({ organizations, flags, email, entitled }: TestDirectory): object {
  return {
    organizations: organizations.map(({ id, name, isDefault, roles, defaultMemberRoles, groups }) => ({
      id,
      name,
      is_default: isDefault,
      roles,
      default_member_roles: defaultMemberRoles,
      groups: Object.fromEntries(groups),
    })),
    server_flags: {
      group_field: flags.groupField,
      allowed_groups: flags.allowList,
      user_role_field: flags.siteRoleField,
      user_role_mapping: Object.fromEntries(flags.siteRoleMapping),
      user_role_default: flags.siteRoleDefaults,
      ignore_email_verified: email.ignoreEmailVerified,
      email_field: email.emailField,
      email_domain: email.emailDomains,
    },
    entitled,
  };
}

/** Writes a file of tests, to be kept in git. */
export function printClaimTests(tests: readonly ClaimTest[], known: TestDirectory | undefined): string {
  return `${JSON.stringify(encodeClaimTests(tests, known), null, 2)}\n`;
}
