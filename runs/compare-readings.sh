#!/bin/sh
# Trains every plan in runs/readings for the same few steps and prints what the validation scenes
# say of it: the table in docs/log.md. DATA is a folder as in docs/datasets.md.
set -eu
cd "$(dirname "$0")/.."
data=${1:?usage: runs/compare-readings.sh DATA OUT}
out=${2:?usage: runs/compare-readings.sh DATA OUT}
for plan in runs/readings/*.json; do
  ./evenlight train --plan "$plan" --data "$data" -o "$out" --device cpu --threads 1 \
    --checkpoint-every 1000000 --overwrite >/dev/null
  name=$(basename "$plan" .json)
  sed -n "s/^| validation, .* | \(.*\) |\$/$name: \1/p" "$out/$name.md"
done
