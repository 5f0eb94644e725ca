import { type Check, lastPartOf, problem, type Said } from "../check";

export const state: Check = {
  id: "state",
  title: "The state can be reached, under its key, with its lock",
  run: async ({ environment, backend, account }) => {
    const bootstrap = `npm run bootstrap -- ${environment.name} --yes`;
    const bucket = await account.bucket(backend.bucket);
    if (bucket.status === "absent") return [problem(backend.bucket, "the bucket of the state isn't there", bootstrap)];
    if (bucket.status === "forbidden") {
      const found = "the bucket is closed to this caller, or another account's: names are shared by all of AWS";
      return [
        problem(backend.bucket, found, "Take a role that may read the state, or another name in backend.config.json"),
      ];
    }
    const said: Said[] = [];
    if (bucket.key === undefined) {
      said.push(problem(backend.bucket, "is encrypted by S3's own key, not the environment's", bootstrap));
    } else if (lastPartOf(bucket.key) !== lastPartOf(backend.kms_key_id)) {
      const found = `is encrypted under ${bucket.key}, backend.config.json names ${backend.kms_key_id}`;
      said.push(problem(backend.bucket, found, `Correct backend.config.json, or ${bootstrap}`));
    }
    const keyState = await account.keyState(backend.kms_key_id);
    if (keyState !== "Enabled") {
      const found = keyState === undefined ? "the key of the state isn't there" : `the key of the state is ${keyState}`;
      const fix =
        keyState === "PendingDeletion"
          ? "aws kms cancel-key-deletion and enable-key, at once: without it no state can be read"
          : "Correct kms_key_id in backend.config.json, or enable the key";
      said.push(problem(backend.kms_key_id, found, fix));
    }
    if (!(await account.hasTable(backend.dynamodb_table))) {
      said.push(problem(backend.dynamodb_table, "the lock table isn't there", bootstrap));
    }
    return said;
  },
};
