#!/bin/sh
# Measures fusion end to end beside enfuse and OpenCV: the tables in bench/results. Without --name
# the results go to bench/results/fusion.json and .md; --help lists the options.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
(cd "$root" && mvn -B -ntp -q -pl bench -am -Dmaven.test.skip=true package) >&2
exec java "-Devenlight.bench.root=$root" \
  -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath")" evenlight.bench.Main "$@"
