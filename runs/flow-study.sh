#!/bin/sh
# Measures end-point errors of flow between exposures on known motion of held-out scenes, and writes the table to
# bench/results/flow.md: runs/flow-study.sh DATA NAME=FILE... [--pairs N] [--size N] [--farthest PIXELS], as in
#   runs/flow-study.sh ~/data/train imported=raft-small.safetensors own=weights/raft-small.safetensors
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
(cd "$root" && mvn -B -ntp -q -pl bench -am -Dmaven.test.skip=true package) >&2
results=$root/bench/results/flow.md
{
  cat <<HEAD
# Flow between exposures

Mean end-point error in pixels, and the share of pixels that are farther off than 3, on scenes for validation that are moved by
homographies, waves and layers and exposed differently (\`evenlight.torch.training.data.MotionSampler\`), where the flow is known. Flow
sees the second picture with the first one's histogram; the ladder sees both as they are, and a pair that it refuses counts as unmoved.

HEAD
  java -Devenlight.bench.root="$root" -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath")" \
    evenlight.bench.flow.FlowStudy "$@"
} > "$results.new"
mv "$results.new" "$results"
