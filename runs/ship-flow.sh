#!/usr/bin/env bash
# Trains the RAFT that ships, and writes weights and model card with end-point errors beside others
# (torch's resources): runs/ship-flow.sh TRAIN [NAME=FILE...], a folder as in docs/datasets.md and
# other weights to compare with; goes on where it stopped.
set -euo pipefail
data=$1
shift
cd "$(dirname "${BASH_SOURCE[0]}")/.."
resources=torch/src/main/resources/evenlight/torch/flow
out=target/ship/raft-small
mkdir -p "$resources"

./evenlight train --plan raft-small --data "$data" -o "$out" --device cpu --threads 1 --resume
cp "$out/raft-small.safetensors" "$resources/raft-small.safetensors"
runs/flow-study.sh "$data" "$@" "own=$resources/raft-small.safetensors"
{
  cat "$out/raft-small.md"
  printf '\n## End-point errors beside others\n\n'
  sed '1,/^$/d' bench/results/flow.md
} > "$resources/raft-small.md"
