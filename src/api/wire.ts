import * as z from 'zod/mini';

/**
 * A JSON object as a Map of its own keys. A zod record would drop `__proto__`, which is a legal claim value.
 *
 * @param element schema of each value
 */
export function mapOf<T>(element: z.ZodMiniType<T>) {
  return z.pipe(
    z.custom<object>(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      'expected an object',
    ),
    z.transform((object, context) => {
      const map = new Map<string, T>();
      for (const [key, raw] of Object.entries(object)) {
        const parsed = z.safeParse(element, raw);
        if (parsed.success) map.set(key, parsed.data);
        else {
          for (const { message, path } of parsed.error.issues) {
            context.issues.push({ code: 'custom', message, path: [key, ...path], input: raw });
          }
        }
      }
      return map;
    }),
  );
}

/** A list that the server may write as `null` when it is empty. */
export function listOf<T>(element: z.ZodMiniType<T>) {
  return z.pipe(
    z.nullable(z.array(element)),
    z.transform((list): readonly T[] => list ?? []),
  );
}
