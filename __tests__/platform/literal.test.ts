import { literal } from "../../src/platform/literal";

test.each([
  ["${user.home}/bin", "$${user.home}/bin"],
  ["100 %{", "100 %%{"],
  ["$HOME costs 5 $", "$HOME costs 5 $"],
])("%s reaches AWS as it is, by way of %s", (text, written) => {
  expect(literal(text)).toBe(written);
});
