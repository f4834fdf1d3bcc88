#!/usr/bin/env bash
# Trains a small RAFT, first in small patches and then in large ones, and measures its end-point
# errors beside others (bench/results/flow.md):
#   runs/train-flow.sh TRAIN [NAME=FILE...], a folder as in docs/datasets.md and other weights to
# compare with; goes on where it stopped. The weights are
# target/ship/raft-small-wide/raft-small-wide.safetensors.
set -euo pipefail
data=$1
shift
cd "$(dirname "${BASH_SOURCE[0]}")/.."

stage() { # PLAN [OPTION...]
  local plan=$1
  shift
  ./evenlight train --plan "$plan" --data "$data" -o "target/ship/$plan" --device cpu --threads 1 --resume "$@"
}

stage raft-small
stage raft-small-wide --from target/ship/raft-small/raft-small.safetensors
runs/flow-study.sh "$data" "$@" own=target/ship/raft-small-wide/raft-small-wide.safetensors
