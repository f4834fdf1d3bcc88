#!/usr/bin/env bash
# Trains the RAFT that ships, in small patches first and then in larger ones, and writes weights and
# model card with end-point errors beside others (torch's resources):
#   runs/ship-flow.sh TRAIN [NAME=FILE...], a folder as in docs/datasets.md and other weights to
# compare with; goes on where it stopped.
set -euo pipefail
data=$1
shift
cd "$(dirname "${BASH_SOURCE[0]}")/.."
resources=torch/src/main/resources/evenlight/torch/flow
mkdir -p "$resources"

stage() { # FOLDER PLAN [OPTION...]
  local folder=target/ship/$1 plan=$2
  shift 2
  ./evenlight train --plan "$plan" --data "$data" -o "$folder" --device cpu --threads 1 --resume "$@"
}

stage raft-small raft-small
stage raft-small-wide raft-small-wide --from target/ship/raft-small/raft-small.safetensors
stage raft-small-fine raft-small-fine --from target/ship/raft-small-wide/raft-small-wide.safetensors
stage raft-small-again raft-small-fine --from target/ship/raft-small-fine/raft-small-fine.safetensors \
  --seed 2 --steps 1200
last=target/ship/raft-small-again/raft-small-fine
cp "$last.safetensors" "$resources/raft-small.safetensors"
runs/flow-study.sh "$data" "$@" "own=$resources/raft-small.safetensors"
{
  cat "$last.md"
  printf '\n## End-point errors beside others\n\n'
  sed '1,/^$/d' bench/results/flow.md
} > "$resources/raft-small.md"
