import { atLeast, equals } from "../../expectation";
import { judgeAttribute, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";

/** The least that Secrets Manager takes, other than none. */
const LEAST_DAYS = 7;
const DATABASES = ["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster"];

export const deletionCanBeTakenBack: Check = (plan) =>
  unlessDisposable(plan, [
    ...plan
      .resources("aws_secretsmanager_secret")
      .map((secret) => judgeAttribute(secret, "recovery_window_in_days", atLeast(LEAST_DAYS), 30)),
    ...plan
      .resources(...DATABASES)
      .flatMap((database) => [
        judgeAttribute(database, "deletion_protection", equals(true), false),
        judgeAttribute(database, "skip_final_snapshot", equals(false), false),
      ]),
  ]);
