#!/bin/sh
# Measures what replacing ghosts changes in brackets in which little or nothing moves, and writes the table to
# bench/results/ghosts-NAME.md: runs/ghost-study.sh NAME DATA [--methods ID,...] [--scenes REGEX], as in
#   runs/ghost-study.sh mefb ~/data/mefb
#   runs/ghost-study.sh train ~/data/train --scenes 'deepfuse-seq-(67|75)|empa-hdr-(flowers|knossos3|swisssunset)|fairchild-(goldengate1|cemeterytree2|devilstower)|merianos-hdr-oldhouse|mef-misc-iidmef-seq5|sice-cfnet-lake-lr|misc-pairs-(dpemef-2|mefgan-2)'
set -eu
name=$1
shift
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
(cd "$root" && mvn -B -ntp -q -pl bench -am -Dmaven.test.skip=true package) >&2
results=$root/bench/results/ghosts-$name.md
{
  cat <<HEAD
# Replacing ghosts: $name

Share of pixels replaced, mean over the exposures but the reference (\`auto\`), and what that changes of the MEF-SSIM of each method,
measured against the exposures as they were; 0 stands for less than 0.00005. A method that takes two exposures has the extreme pair.

HEAD
  java -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath")" evenlight.bench.GhostStudy "$@"
} > "$results.new"
mv "$results.new" "$results"
