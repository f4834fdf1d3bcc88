#!/bin/sh
# Times LCNDR at full resolution beside plain convolutions: bench/results/forward.md.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
(cd "$root" && mvn -B -ntp -q -pl bench -am -Dmaven.test.skip=true package) >&2
export OMP_WAIT_POLICY=passive MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=33554432
export MALLOC_TRIM_THRESHOLD_=1073741824 GLIBC_TUNABLES=glibc.malloc.hugetlb=1
exec java "-Devenlight.bench.root=$root" -XX:+UseSerialGC -Xmn64m \
  -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath")" \
  evenlight.bench.forward.ForwardRace "$@"
