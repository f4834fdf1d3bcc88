#!/usr/bin/env bash
# Scores every method on a dataset: runs/methods-scores.sh NAME DATA, e.g. mefb ~/data/mefb.
# Tables go to bench/results/scores-NAME.md, pictures and report.html to target/scores-NAME.
set -euo pipefail
name=$1
data=$2
cd "$(dirname "${BASH_SOURCE[0]}")/.."
methods=mertens,mertens:exposedness=1,mertens:range=extended,dsift,gbm,dem,mespd,lcndr-paper,lcndr
./evenlight evaluate --data "$data" --method "$methods" -o "target/scores-$name" > /dev/null
mkdir -p bench/results
cp "target/scores-$name/scores.md" "bench/results/scores-$name.md"
