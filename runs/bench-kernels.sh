#!/bin/sh
# Measures inner loops by JMH; arguments are JMH's, such as BoxFilter or -h.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
(cd "$root" && mvn -B -ntp -q -pl bench -am -Dmaven.test.skip=true package) >&2
mkdir -p "$root/bench/results"
exec java -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath")" org.openjdk.jmh.Main \
  -f 1 -wi 3 -w 1s -i 5 -r 1s -rf json -rff "$root/bench/results/kernels.json" "$@"
