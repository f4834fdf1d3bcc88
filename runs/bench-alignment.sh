#!/bin/sh
# Measures alignment beside align_image_stack (Debian: hugin-tools): bench/results/alignment.md.
# DATA is a folder with unaligned/ (a folder for each bracket) and large/meflut-1.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
data=${1:-$root/../shared/data}
(cd "$root" && mvn -B -ntp -q -pl bench -am -Dmaven.test.skip=true package) >&2
exec java "-Devenlight.bench.root=$root" \
  -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath")" \
  evenlight.bench.AlignmentRace "$data"/unaligned/* \
  --pair "$data/large/meflut-1/e1.jpg" --pair "$data/large/meflut-1/e4.jpg"
