/** USD with cents: `"1,064.48"`. */
export function money(amount: number): string {
  const [whole = "0", cents = "00"] = Math.abs(amount).toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount < 0 && Number(`${whole}.${cents}`) !== 0 ? "-" : ""}${grouped}.${cents}`;
}

/** USD with its sign: `"+12.00"`. */
export const change = (amount: number): string => `${money(amount).startsWith("-") ? "" : "+"}${money(amount)}`;
