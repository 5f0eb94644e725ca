import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { dashboards, type Widget } from "../../vocabulary/dashboards";

/** Columns of CloudWatch's grid. */
const COLUMNS = 24;

/** Of dashboards that place every widget; CloudWatch lays out the others. */
export const dashboardsWithoutGaps: Check = (plan) =>
  dashboards(plan).flatMap(({ dashboard: { address }, widgets }) => {
    if (widgets === undefined) return [undecided(address, "its widgets are known only at apply")];
    const placed = widgets.flatMap(placeOf);
    if (placed.length < widgets.length) return [];
    const wrong = [...placed.flatMap(beyondGrid), ...coverage(placed)];
    return [judge(address, wrong.length === 0, wrong.join("; "))];
  });

interface Place {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function placeOf({ label, x, y, width, height }: Widget): readonly Place[] {
  if (x === undefined || y === undefined) return [];
  const [left, top, columns, rows] = [x, y, width ?? 6, height ?? 6].map(Number) as [number, number, number, number];
  return [{ label, x: left, y: top, width: columns, height: rows }];
}

const beyondGrid = ({ label, x, width, height }: Place): readonly string[] =>
  x + width > COLUMNS || width < 1 || height < 1 ? [`${label} isn't within ${COLUMNS} columns, or has no size`] : [];

/** Every cell down to the lowest widget is to be covered once, but for those at the end of a row that further ones fill. */
function coverage(places: readonly Place[]): readonly string[] {
  const covers = new Map<string, string>();
  const over: string[] = [];
  let bottom = 0;
  for (const { label, x, y, width, height } of places) {
    bottom = Math.max(bottom, y + height);
    for (let row = y; row < y + height; row++) {
      for (let column = x; column < Math.min(x + width, COLUMNS); column++) {
        const below = covers.get(`${column} ${row}`);
        if (below !== undefined) over.push(`${label} lies over ${below}`);
        covers.set(`${column} ${row}`, label);
      }
    }
  }
  const holes = bottom * COLUMNS - covers.size - rowEnds(places);
  return [...new Set(over), ...(holes > 0 ? [`${holes} cells of the grid are empty`] : [])];
}

/** Cells after the last of several widgets of one size, where one more of them would have room. */
function rowEnds(places: readonly Place[]): number {
  const rows = new Map<number, Place[]>();
  for (const place of places) rows.set(place.y, [...(rows.get(place.y) ?? []), place]);
  return [...rows.values()].reduce((cells, [first, ...others]) => {
    if (first === undefined || others.length === 0) return cells;
    const { width, height } = first;
    const end = Math.max(...[first, ...others].map(({ x }) => x + width));
    const isEven = others.every((other) => other.width === width && other.height === height);
    return isEven && end + width <= COLUMNS ? cells + (COLUMNS - end) * height : cells;
  }, 0);
}
