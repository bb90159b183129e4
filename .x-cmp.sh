#!/bin/bash
# cmp: run all question files, show verdict diffs to last
cd /work/trees/ask-ko; export PATH=$PWD/node_modules/node/bin:$PWD/node_modules/.bin:$PATH; export LC_ALL=C.UTF-8
S=/work/scratch/ask-ko
for pair in "own1 own" "x1a x1" "$@"; do set -- $pair; npm run -s bench -- ask $S/$1.txt $S/$2.out > $S/$1.new 2>&1; echo "== $1"; diff <(cut -c1-260 ${S}/$1.last 2>/dev/null) <(cut -c1-260 $S/$1.new) | grep -aE "^[<>]"; cp $S/$1.new $S/$1.last; done
