#!/usr/bin/env bash
# Workbooks for many people with GNU Parallel, on this machine or on several (--sshlogin host1,host2; the site, the list
# and the folder lie on a disk that all of them see). 人数が多いときに、GNU Parallel で分けて作ります。
# usage: parallel.sh PEOPLE.csv TEMPLATE PERIOD FOLDER [PARTS]
set -euo pipefail
people=$1 template=$2 period=$3 folder=$4 parts=${5:-$(nproc)}
site=${SITE:-.}

# Each part has a folder of its own, so that none waits for another.
seq "$parts" | parallel --halt soon,fail=1 --joblog "$folder.log" \
  shirube issue -q -j 1 -r "$site" --people "$people" --template "$template" --period "$period" --zip \
  --shard "{}/$parts" -o "$folder.parts/{}"

# Names differ from part to part: copying merges them. -n: what is in the folder already stays.
mkdir -p "$folder"
for part in $(seq "$parts"); do cp -rn "$folder.parts/$part/." "$folder/"; done
rm -r "$folder.parts"
