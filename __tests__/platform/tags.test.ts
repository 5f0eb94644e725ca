import { standardTags } from "../../src/platform/tags";
import { environmentWith } from "../support/stack";

test("everything says whose it is, who made it, and whether it may be destroyed", () => {
  expect(standardTags(environmentWith({ tags: { Team: "shop" } }))).toEqual({
    Team: "shop",
    Environment: "production",
    ManagedBy: "ballast",
    Disposable: "false",
  });
  expect(standardTags(environmentWith({ disposable: true })).Disposable).toBe("true");
});

test("no tag of the user's hides one of these", () => {
  expect(standardTags(environmentWith({ tags: { Disposable: "true" } })).Disposable).toBe("false");
});
