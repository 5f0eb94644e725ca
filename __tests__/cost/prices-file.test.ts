import { instanceType } from "../../src/catalogue/instance-types";
import { changedPrices, isOld, PRICE_BOOK } from "../../src/catalogue/price-book";
import { PRICES } from "../../src/catalogue/prices";
import { readPrices } from "../../src/cost/prices-file";
import { Project } from "../support/command-line";

const HEAD = { region: "eu-west-1", source: "AWS's price list", date: "2026-11-28" };

function read(content: string | object) {
  return readPrices(new Project().write("prices.json", content));
}

test("a file's prices take the place of the book's; the rest stays", () => {
  const changes = read({
    ...HEAD,
    prices: { natGateway: 0.048 },
    instances: { "m6i.large": { onDemand: 0.107 }, "m5.large": { spot: 0.04 } },
  });
  const book = changedPrices(PRICE_BOOK, changes);
  const [m6i, m5] = [instanceType("m6i.large"), instanceType("m5.large")];
  if (m6i === undefined || m5 === undefined) throw new Error("the catalogue lacks them");
  expect(book.prices.natGateway).toEqual({ amount: 0.048, unit: "USD/h", source: HEAD.source, date: HEAD.date });
  expect(book.prices.loadBalancer).toBe(PRICES.loadBalancer);
  expect(book.onDemand(m6i).amount).toBe(0.107);
  // As much cheaper as before.
  expect(book.spot(m6i).amount).toBeCloseTo(0.107 * 0.36, 10);
  expect(book.onDemand(m5).amount).toBe(PRICE_BOOK.onDemand(m5).amount);
  expect(book.spot(m5).amount).toBe(0.04);
});

test.each([
  ["no JSON", "{", /prices\.json: not JSON; wanted: \{ "region"/],
  ["no region", { source: "s", date: "2026-11-28" }, /: region: /],
  ["no such day", { ...HEAD, date: "2026-02-30" }, /: date: wanted: a day that there is/],
  ["a price that there isn't", { ...HEAD, prices: { nat: 1 } }, /: prices: nat: no such price; there are: gp3Volume,/],
  ["a negative price", { ...HEAD, prices: { natGateway: -1 } }, /: prices\.natGateway: wanted: USD, at least 0/],
  ["a text for a price", { ...HEAD, prices: { natGateway: "1" } }, /: prices\.natGateway: wanted: USD, as a number/],
  [
    "no such type",
    { ...HEAD, instances: { "m6i.tiny": { onDemand: 1 } } },
    /: instances\.m6i\.tiny: no such instance type/,
  ],
])("%s is refused", (_, content, message) => {
  expect(() => read(content)).toThrow(message);
});

test.each([
  ["2026-06-01", "2026-11-28", false],
  ["2026-05-31", "2026-11-28", true],
  // Some day of the month, of the year.
  ["2026-05", "2026-11-27", false],
  ["2026-05", "2026-11-28", true],
  ["2025", "2026-06-29", false],
  ["2025", "2026-06-30", true],
])("a price of %s on %s: old is %s", (date, today, expected) => {
  expect(isOld({ ...PRICES.natGateway, date }, today)).toBe(expected);
});
