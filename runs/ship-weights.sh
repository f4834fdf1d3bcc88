#!/usr/bin/env bash
# Trains the networks that ship and writes all that belongs to them: weights and model cards with
# scores (torch's resources), logs, curves and the list of training files (docs/training).
#   runs/ship-weights.sh TRAIN MEFB SICE, folders as in docs/datasets.md; goes on where it stopped.
set -euo pipefail
data=$1
mefb=$2
sice=$3
cd "$(dirname "${BASH_SOURCE[0]}")/.."
resources=torch/src/main/resources/evenlight/torch/fusion
mkdir -p docs/training target/ship

train() { # PLAN METHOD
  local name out=target/ship/$2
  name=$(basename "$1" .json)
  ./evenlight train --plan "$1" --data "$data" -o "$out" --device cpu --threads 1 --resume
  cp "$out/$name.safetensors" "$resources/$2.safetensors"
  cp "$out/metrics.csv" "docs/training/$2.csv"
  cp "$out/curves.png" "docs/training/$2.png"
  cp "$out/$name.data.tsv" docs/training/data.tsv
}

scores() { # NAME DATA METRICS
  ./evenlight evaluate --data "$2" --method mertens,lcndr-paper,lcndr --metric "$3" \
    -o "target/ship/scores-$1" --overwrite > /dev/null
}

card() { # PLAN METHOD
  {
    cat "target/ship/$2/$1.md"
    printf '\n## Scores on pictures that were never trained, validated or selected on\n'
    printf '\n### MEFB\n\n'
    sed '/of every scene/,$d' target/ship/scores-mefb/scores.md
    printf '### SICE\n\n'
    sed '/of every scene/,$d' target/ship/scores-sice/scores.md
    printf '## Limits\n\n'
    cat "docs/training/limits.md"
  } > "$resources/$2.md"
}

train evenlight lcndr
train runs/lcndr-paper.json lcndr-paper
scores mefb "$mefb" mef-ssim,mi,cc,ssim,qabf,vif,entropy
scores sice "$sice" mef-ssim,psnr,ciede2000,mi,cc,ssim,qabf,vif,entropy
card evenlight lcndr
card lcndr-paper lcndr-paper
