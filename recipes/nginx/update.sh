#!/bin/sh
# On the web server: takes the newest commit and rebuilds when there is one. nginx serves public/ of this checkout, which
# the build swaps at one instant. Change: CHECKOUT. Run it each minute from the crontab of a user that owns the checkout:
#   * * * * * /srv/handbook/recipes/nginx/update.sh
# Once before, as an administrator: git clone URL /srv/handbook && /srv/handbook/scripts/build
#
# Web サーバーで使います。新しいコミットがあれば取り込んで作り直します。変える所: CHECKOUT。
# 上の crontab の行を、チェックアウトの所有者で登録してください。最初の一度は管理者が clone と scripts/build を実行します。
set -eu
CHECKOUT=/srv/handbook

cd "$CHECKOUT"
exec 9>.git/update.lock
flock -n 9 || exit 0
git pull --quiet --ff-only
commit=$(git rev-parse HEAD)
built=.git/built-commit
[ "$commit" = "$(cat "$built" 2>/dev/null || true)" ] && exit 0
scripts/build --no-install >.git/update.log 2>&1 || { cat .git/update.log >&2; exit 1; }
echo "$commit" >"$built"
