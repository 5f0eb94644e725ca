#!/usr/bin/env bash
# Does one part of the stress suite, and keeps what it has found: stress-part.sh ENVIRONMENT RUNS FOLDER
# FOLDER is a bucket's (s3://…) or, elsewhere, a directory. AWS Batch says which part of how many it is.
set -euo pipefail
cd "$(dirname "$0")/.."
environment=$1 runs=$2 folder=$3
part=part$((AWS_BATCH_JOB_ARRAY_INDEX + 1)).json
file=$(mktemp -d)/$part
npm run --silent stress -- "$environment" --runs "$runs" --shard batch --out "$file"
case $folder in
  s3://*) aws s3 cp --only-show-errors "$file" "$folder/$part" ;;
  *) cp "$file" "$folder/$part" ;;
esac
