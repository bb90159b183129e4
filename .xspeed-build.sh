#!/bin/bash
# .xspeed-build.sh TREE NOTES OUT [env...]: full build w/o store; drawings cached. cache folder per tree
t=$1; n=$2; o=$3; shift 3
cd $t; export PATH=$PWD/node_modules/node/bin:$PWD/node_modules/.bin:$PATH
c=/work/scratch/speed/cache-$(basename $t)
mkdir -p $c; [ -d $c/genai-atlas ] || cp -r /work/scratch/speed/base/genai-atlas $c/
rm -f $c/genai-atlas/store.sqlite*; rm -rf /work/scratch/speed/$o
env "$@" CONTENT_DIR=$n OUT_DIR=/work/scratch/speed/$o CARDS=none CACHE_DIR=$c DETAIL=${DETAIL:-} node .xspeed-run.mjs "$(basename $t)" node --disable-warning=ExperimentalWarning ${NODE_ARGS:-} src/commands/build.ts 2>&1 | tail -${TAIL:-3}
