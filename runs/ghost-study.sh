#!/bin/sh
# Measures what replacing ghosts changes in brackets in which nothing should move: a table with the share
# of pixels replaced and the change of MEF-SSIM. runs/ghost-study.sh DATA [--methods ID,...] [--scenes REGEX]
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
(cd "$root" && mvn -B -ntp -q -pl bench -am -Dmaven.test.skip=true package) >&2
exec java -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath")" \
  evenlight.bench.GhostStudy "$@"
