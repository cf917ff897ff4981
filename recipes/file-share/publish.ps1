# Plain file share, from Windows with WSL (Debian): takes the newest commit, builds, and copies what changed.
# Change: the three settings below. The share needs a folder of its own: what is not part of the handbook is removed from it.
# Run it by hand, or from the Task Scheduler: powershell -ExecutionPolicy Bypass -File publish.ps1
#
# ファイル共有（Windows と WSL の Debian から）: 最新のコミットを取り込んで作り、変わったファイルだけを写します。
# 変える所: 下の3行。共有先は専用のフォルダにしてください（ハンドブックにないファイルは消えます）。
# 手で実行するか、タスク スケジューラに登録してください。
$Distribution = 'Debian'
$Checkout = '/home/author/handbook'
$Share = '\\server\share\handbook'

$ErrorActionPreference = 'Stop'
wsl --distribution $Distribution --cd $Checkout -- sh -c 'git pull --quiet --ff-only && scripts/build --no-install'
if ($LASTEXITCODE -ne 0) { throw "The build failed (exit $LASTEXITCODE); the share is unchanged." }

$Public = "\\wsl.localhost\$Distribution" + ($Checkout -replace '/', '\') + '\public'
# New pages first, removals last: a reader never meets a link to a file that is not there yet.
foreach ($Mode in @('/E'), @('/E', '/PURGE')) {
    robocopy $Public $Share @Mode /FFT /R:3 /W:5 /NP /NDL /NJH
    if ($LASTEXITCODE -ge 8) { throw "robocopy failed with $LASTEXITCODE; a workbook may be open on the share." }
}
exit 0
