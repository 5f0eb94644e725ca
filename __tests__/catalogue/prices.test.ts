import { instanceType, instanceTypeNames } from "../../src/catalogue/instance-types";
import { HOURS_A_MONTH, onDemandPrice, PRICES, spotPrice } from "../../src/catalogue/prices";

const typeOf = (name: string) => {
  const type = instanceType(name);
  if (type === undefined) throw new Error(`${name} isn't in the catalogue`);
  return type;
};

// AWS's list for us-east-1, 2026-01-19: sizes that the catalogue computes.
test.each([
  ["t3.nano", 0.0052],
  ["t3.medium", 0.0416],
  ["t3a.2xlarge", 0.3008],
  ["t4g.small", 0.0168],
  ["m5.16xlarge", 3.072],
  ["m5a.xlarge", 0.172],
  ["m6a.4xlarge", 0.6912],
  ["m7g.medium", 0.0408],
  ["c5.9xlarge", 1.53],
  ["c5.18xlarge", 3.06],
  ["c7g.medium", 0.0363],
  ["c7i-flex.2xlarge", 0.33915],
  ["c7gd.12xlarge", 2.1773],
  ["r5.16xlarge", 4.032],
  ["r7g.medium", 0.0536],
  ["r8g.8xlarge", 1.88512],
])("%s costs what AWS lists, to two in a thousand", (name, listed) => {
  const { amount } = onDemandPrice(typeOf(name));
  expect(Math.abs(amount / listed - 1)).toBeLessThan(0.002);
});

test("every type of the catalogue has a price, and is cheaper as Spot", () => {
  for (const name of instanceTypeNames()) {
    const { amount: onDemand } = onDemandPrice(typeOf(name));
    const { amount: spot } = spotPrice(typeOf(name));
    expect([name, spot > 0.25 * onDemand && spot < 0.5 * onDemand]).toEqual([name, true]);
  }
});

test("Spot prices are within what was observed", () => {
  expect(spotPrice(typeOf("m6i.large")).amount).toBeGreaterThan(0.029);
  expect(spotPrice(typeOf("m6i.large")).amount).toBeLessThan(0.041);
  expect(spotPrice(typeOf("c6i.xlarge")).amount).toBeGreaterThan(0.051);
  expect(spotPrice(typeOf("c6i.xlarge")).amount).toBeLessThan(0.077);
  expect(spotPrice(typeOf("m5.large")).amount).toBeCloseTo(0.029, 3);
});

test("what isn't in the catalogue has no price", () => {
  expect(() => onDemandPrice({ name: "p3.2xlarge", memoryMiB: 62464 })).toThrow("p3.2xlarge: no price is known");
  expect(() => spotPrice({ name: "", memoryMiB: 1 })).toThrow(RangeError);
});

test("every other price says where it was read, and when", () => {
  for (const price of Object.values(PRICES)) {
    expect(price.source).not.toBe("");
    expect(price.date).toMatch(/^20\d\d(-\d\d){0,2}$/);
  }
  // 32.85 USD a month for a NAT gateway, 3.60 or so for an address.
  expect(PRICES.natGateway.amount * HOURS_A_MONTH).toBeCloseTo(32.85, 2);
  expect(PRICES.publicAddress.amount * HOURS_A_MONTH).toBeCloseTo(3.65, 2);
});
