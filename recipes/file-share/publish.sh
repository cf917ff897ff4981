#!/bin/sh
# Plain file share, from Linux: takes the newest commit, builds, and copies what changed to a mounted share (needs rsync).
# Change: CHECKOUT and SHARE (a folder of its own: what is not part of the handbook is removed from it).
# Run it from cron, or as the last step of your CI.
#
# ファイル共有（Linux から）: 最新のコミットを取り込んで作り、変わったファイルだけを共有フォルダへ写します（rsync が必要）。
# 変える所: CHECKOUT と SHARE（専用のフォルダにしてください。ハンドブックにないファイルは消えます）。
set -eu
CHECKOUT=/srv/handbook
SHARE=/mnt/share/handbook

cd "$CHECKOUT"
git pull --quiet --ff-only
scripts/build --no-install
# New pages first, removals last: a reader never meets a link to a file that is not there yet.
rsync --recursive --checksum --delay-updates --delete-after public/ "$SHARE/"
