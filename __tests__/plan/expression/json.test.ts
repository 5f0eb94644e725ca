import { decodeJson, encodeJson } from "../../../src/plan/expression/json";
import { Unknown } from "../../../src/plan/value";
import { shown } from "../../support/plan";

const bucket = { address: "aws_s3_bucket.b", attribute: "arn" };
const key = { address: "aws_kms_key.k", attribute: "arn" };

test("in JSON text with references, only what holds one is unknown, with its own references", () => {
  const text = new Unknown([bucket, key], '{"a":"${aws_s3_bucket.b.arn}/*","b":["x","${aws_kms_key.k.arn}"],"c":1}');
  expect(decodeJson(text)).toEqual({
    a: new Unknown([bucket], "${aws_s3_bucket.b.arn}/*"),
    b: ["x", new Unknown([key], "${aws_kms_key.k.arn}")],
    c: 1,
  });
});

test("a reference may stand for a whole value, and hold quotes", () => {
  const text = new Unknown([key], '{"a":${jsonencode(aws_kms_key.k["x"].arn)},"b":"${aws_kms_key.k["x"].arn}"}');
  expect(shown(decodeJson(text) ?? null)).toEqual({
    a: '<${jsonencode(aws_kms_key.k["x"].arn)}>',
    b: '<${aws_kms_key.k["x"].arn}>',
  });
});

test("variables of a policy are text, not references", () => {
  expect(decodeJson(new Unknown([key], '{"a":"$${aws:username}","b":"${aws_kms_key.k.arn}"}'))).toEqual({
    a: "${aws:username}",
    b: new Unknown([key], "${aws_kms_key.k.arn}"),
  });
});

test.each([
  ["not JSON"],
  ['{"half'],
  [3],
  [new Unknown([])],
  [new Unknown([key], "${aws_kms_key.k.arn}")],
  [new Unknown([key], "%{ if }")],
])("%j isn't JSON, or nothing of it is known", (text) => {
  expect(decodeJson(text)).toBeUndefined();
});

test("what is encoded decodes to the same, known or not", () => {
  const value = { a: new Unknown([key], "x-${aws_kms_key.k.arn}"), b: ["${aws:username}", null, '<é">'] };
  expect(decodeJson(encodeJson(value))).toEqual(value);
});
