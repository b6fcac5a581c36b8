interface Link {
  readonly from: string;
  readonly to: string;
}

/** Middles of the nodes of two columns, in rows from the top. */
interface Places {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Places the longer column row by row, and each node of the shorter one as near as can be to the middle of its links. */
export function placeNodes(from: readonly string[], to: readonly string[], links: readonly Link[]): Places {
  if (from.length >= to.length) {
    const places = rowByRow(from.length);
    return {
      from: places,
      to: nearLinks(
        to,
        from,
        places,
        links.map(({ from: there, to: here }) => ({ here, there })),
      ),
    };
  }
  const places = rowByRow(to.length);
  return {
    from: nearLinks(
      from,
      to,
      places,
      links.map(({ from: here, to: there }) => ({ here, there })),
    ),
    to: places,
  };
}

function rowByRow(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 0.5);
}

function nearLinks(
  ids: readonly string[],
  others: readonly string[],
  otherPlaces: readonly number[],
  links: readonly { readonly here: string; readonly there: string }[],
): readonly number[] {
  const placeOf = new Map(others.map((id, index) => [id, otherPlaces[index] ?? 0]));
  const linked = new Map<string, number[]>();
  for (const { here, there } of links) {
    const places = linked.get(here) ?? [];
    places.push(placeOf.get(there) ?? 0);
    linked.set(here, places);
  }
  const places: number[] = [];
  for (const id of ids) {
    const next = (places.at(-1) ?? -0.5) + 1;
    const wanted = linked.get(id);
    places.push(wanted ? Math.max(next, wanted.reduce((sum, one) => sum + one, 0) / wanted.length) : next);
  }
  let most = others.length + 0.5;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    most = Math.min(places[index] ?? 0, most - 1);
    places[index] = most;
  }
  return places;
}
