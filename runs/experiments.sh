#!/usr/bin/env bash
# Runs the paper's tables: runs/experiments.sh PAIRS SICE [WEIGHTS], folders as in docs/datasets.md
# and one of imported weights. Tables go to docs/experiments, all else to target/experiments.
set -euo pipefail
pairs=$1
sice=$2
weights=${3:-}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=target/experiments
./evenlight experiment table1 table2 table3 table7 figure4 figure5 figure8 --data "$pairs" \
  --sice "$sice" ${weights:+--weights-dir "$weights"} -o "$out" --resume > /dev/null
mkdir -p docs/experiments
for table in table1 table2 table3 table7; do
  cp "$out/$table/$table.md" "docs/experiments/$table.md"
done
