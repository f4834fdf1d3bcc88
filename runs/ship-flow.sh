#!/usr/bin/env bash
# Trains the RAFT that ships, first in small patches and then in large ones, and writes weights and
# model card with end-point errors beside others (torch's resources):
#   runs/ship-flow.sh TRAIN [NAME=FILE...], a folder as in docs/datasets.md and other weights to
# compare with; goes on where it stopped.
set -euo pipefail
data=$1
shift
cd "$(dirname "${BASH_SOURCE[0]}")/.."
resources=torch/src/main/resources/evenlight/torch/flow
mkdir -p "$resources"

stage() { # PLAN [OPTION...]
  local plan=$1
  shift
  ./evenlight train --plan "$plan" --data "$data" -o "target/ship/$plan" --device cpu --threads 1 --resume "$@"
}

stage raft-small
stage raft-small-wide --from target/ship/raft-small/raft-small.safetensors
cp target/ship/raft-small-wide/raft-small-wide.safetensors "$resources/raft-small.safetensors"
runs/flow-study.sh "$data" "$@" "own=$resources/raft-small.safetensors"
{
  cat target/ship/raft-small-wide/raft-small-wide.md
  printf '\n## End-point errors beside others\n\n'
  sed '1,/^$/d' bench/results/flow.md
} > "$resources/raft-small.md"
