import { decodeBody } from '../go-json/decodeBody.ts';
import { GoError } from '../go-json/GoError.ts';
import type { GoType } from '../go-json/goTypes.ts';
import { badRequest, type Validation, validationFailed } from './ApiError.ts';

/** Go takes a byte order mark for what it is: no JSON. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Mirrors `coderd/httpapi/httpapi.go` Read: one JSON value of any content type, then the struct tags.
 *
 * @param validate the failed tags of the decoded body, see {@link failedTag}
 * @throws {ApiError} 400
 */
export async function readBody<T>(
  request: Request,
  type: GoType<T>,
  validate: (body: T) => readonly Validation[] = () => [],
): Promise<T> {
  const body = decode(utf8.decode(await request.arrayBuffer()), type);
  const validations = validate(body);
  if (validations.length > 0) throw validationFailed(validations);
  return body;
}

function decode<T>(text: string, type: GoType<T>): T {
  try {
    return decodeBody(text, type);
  } catch (error) {
    if (error instanceof GoError) throw badRequest('Request body must be valid JSON.', error.message);
    throw error;
  }
}

/** One entry of `Validation failed.`: the field's name on the wire, the tag that it fails, the value it has. */
export function failedTag(field: string, tag: string, value: string): Validation {
  return { field, detail: `Validation failed for tag "${tag}" with value: "${value}"` };
}
