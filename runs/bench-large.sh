#!/bin/sh
# Measures evenlight fuse on large pictures beside enfuse, from the start of the process to its end:
# bench/results/large-12mp.md (a pair of 12 megapixels, JPEG to JPEG) and large-sizes.md (1 to 48).
# PHOTOGRAPHS are the exposures; --help of bench-fusion.sh tells of OPTIONS that follow.
#   runs/bench-large.sh dark.jpg bright.jpg
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
(cd "$root" && mvn -B -ntp -q -pl bench,cli -am -Dmaven.test.skip=true package) >&2
bench() {
  java "-Devenlight.bench.root=$root" \
    -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath")" evenlight.bench.Main \
    --launcher "$root/cli/target/dist/bin/evenlight" --result jpg --peers enfuse --runs 3 "$@"
}
bench --fuse '--align none' --fuse '' --name large-12mp "$@"
bench --fuse '--align none' --fuse '--align none --max-memory 1500M' --megapixels 1,3,12,48 \
  --name large-sizes "$@"
