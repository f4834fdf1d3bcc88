#!/bin/sh
# Compares the rules that colour fused luminance on brackets: runs/colour-study.sh DATA. With ground
# truth, as runs/colour-study.sh ~/data/sice [--luminance lcndr], it says what they leave to reach.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
(cd "$root" && mvn -B -ntp -q -pl bench -am -Dmaven.test.skip=true package) >&2
exec java -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath")" \
  evenlight.bench.ColourStudy "$@"
