import { reachAws, s3Backend } from "../../../support/backend";
import { testRule } from "../../../support/rule-test";

const STACK = "production-platform";

testRule("provider/default-tags", {
  fails: {
    "there is no provider": {
      at: "provider.aws",
      edit: (json) =>
        json.editDocument(STACK, (document) => {
          delete document.provider;
        }),
    },
    "there are none, and the state is in a bucket": {
      at: "provider.aws",
      edit: (json) => {
        reachAws(json, STACK);
        s3Backend(json, {});
      },
    },
    "there are none": { at: "provider.aws", edit: (json) => reachAws(json, STACK) },
    "the block is empty": {
      at: "provider.aws",
      edit: (json) => reachAws(json, STACK, { default_tags: [{ tags: {} }] }),
    },
  },
  undecided: {
    "a variable holds them": {
      at: "provider.aws",
      edit: (json) => {
        reachAws(json, STACK, { default_tags: [{ tags: "${var.tags}" }] });
        json.editDocument(STACK, (document) =>
          Object.assign(document, { variable: { tags: { type: "map(string)" } } }),
        );
      },
    },
  },
});
