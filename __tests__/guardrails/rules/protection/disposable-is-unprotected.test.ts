import { testRule } from "../../../support/rule-test";

testRule("protection/disposable-is-unprotected", {
  fails: {
    "a protected environment says that it is": {
      at: "aws_kms_key.state",
      edit: (json) =>
        json.editDocument("production-state", (document) => {
          document.provider = JSON.parse(
            JSON.stringify(document.provider).replace('"Disposable":"false"', '"Disposable":"true"'),
          );
        }),
    },
    "its instances do": {
      at: "aws_launch_template.capacity",
      edit: (json) => json.set("aws_launch_template.capacity", "tag_specifications.0.tags.Disposable", "true"),
    },
  },
});
