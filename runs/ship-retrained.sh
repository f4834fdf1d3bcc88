#!/usr/bin/env bash
# Trains a compared network whose retrained weights ship, and writes weights and model card with
# scores beside the authors' (torch's resources):
#   runs/ship-retrained.sh METHOD TRAIN MEFB SICE WEIGHTS, folders as in docs/datasets.md and one of
# imported weights; goes on where it stopped. Build and run it again after weights have changed.
set -euo pipefail
method=$1
data=$2
mefb=$3
sice=$4
weights=$5
cd "$(dirname "${BASH_SOURCE[0]}")/.."
resources=torch/src/main/resources/evenlight/torch/fusion/compared
id=$method             # as the file is called in a folder of weights
contenders=$method,$method:parameters=retrained
case $method in
  cf-net) id=cf-net-x2 contenders=$method:parameters=retrained ;;
  mef-gan) contenders=$method:parameters=retrained ;; # no weights are published
esac
out=target/ship/$method
mkdir -p "$resources"

./evenlight train --plan "$method" --data "$data" -o "$out" --device cpu --threads 1 --resume
cp "$out/$method.safetensors" "$resources/$id.safetensors"

scores() { # NAME DATA METRICS
  ./evenlight evaluate --data "$2" --method "$contenders" --metric "$3" \
    --weights-dir "$weights" -o "target/ship/$method-$1" --overwrite > /dev/null
}

scores mefb "$mefb" mef-ssim,mi,cc
scores sice "$sice" mef-ssim,psnr,mi,cc
{
  cat "$out/$method.md"
  printf "\n## Scores, beside those of the authors' weights where there are any, on pictures that nothing was trained or selected on\n"
  printf '\n### MEFB\n\n'
  sed '/of every scene/,$d' "target/ship/$method-mefb/scores.md"
  printf '### SICE\n\n'
  sed '/of every scene/,$d' "target/ship/$method-sice/scores.md"
} > "$resources/$id.md"
