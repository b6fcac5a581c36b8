const namePattern = /^[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*$/;
const reservedByRoutes: readonly string[] = ['new', 'create'];

function isName(name: string, longest: number): boolean {
  return name.length <= longest && namePattern.test(name);
}

/** Tags `username`, for custom roles too, and `organization_name`. Mirrors `codersdk/name.go` NameValid. */
export function isUserName(name: string): boolean {
  return isName(name, 32) && !reservedByRoutes.includes(name);
}

/** Tag `group_name`. Mirrors `codersdk/name.go` GroupNameValid. */
export function isGroupName(name: string): boolean {
  return isName(name, 255) && !reservedByRoutes.includes(name);
}

/** Mirrors `codersdk/name.go` DisplayNameValid: at most 64 characters, no space at the edges; empty is fine. */
export function isDisplayName(name: string): boolean {
  return Array.from(name).length <= 64 && name.trim() === name;
}

export function isEmail(text: string): boolean {
  return /^[^\s@<>()[\]\\,;:"]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text);
}
