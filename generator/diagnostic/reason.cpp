#include "diagnostic/reason.h"

#include <cerrno>
#include <cstring>

namespace shirube::diagnostic {

namespace {

struct Reason {
  int error;
  std::string_view japanese;
};

constexpr Reason reasons[] = {
    {ENOENT, "見つかりません"},
    {EACCES, "権限がありません"},
    {EPERM, "許可されていない操作です"},
    {EROFS, "読み取り専用の場所です"},
    {EISDIR, "ファイルではなく、フォルダです"},
    {ENOTDIR, "途中の名前がフォルダではありません"},
    {ELOOP, "シンボリックリンクが多すぎるか、ループしています"},
    {EMLINK, "リンクが多すぎます"},
    {ENAMETOOLONG, "名前が長すぎます"},
    {EEXIST, "同じ名前のものがすでにあります"},
    {ENOTEMPTY, "フォルダが空ではありません"},
    {EBUSY, "使用中です"},
    {ETXTBSY, "実行中のプログラムです"},
    {EXDEV, "別のファイルシステムにまたがっています"},
    {ENOSPC, "空き容量がありません"},
    {EDQUOT, "割り当てられた容量を使い切りました"},
    {EFBIG, "ファイルが大きすぎます"},
    {EIO, "装置の入出力でエラーが起きました"},
    {ENXIO, "通常のファイルではありません"},
    {ENODEV, "装置がありません"},
    {EMFILE, "開いているファイルが多すぎます"},
    {ENFILE, "システム全体で、開いているファイルが多すぎます"},
    {ENOMEM, "メモリが足りません"},
    {EINVAL, "システムが受け付けない指定です"},
    {ENOSYS, "このシステムではできない操作です"},
    {EOPNOTSUPP, "このファイルシステムではできない操作です"},
    {ESTALE, "ネットワーク上のファイルが置き換わったか、なくなりました"},
    {ETIMEDOUT, "応答がありません"},
};

}  // namespace

std::string reason_text(std::string_view reason, Language language) {
  if (language == Language::japanese) {
    if (reason == not_a_regular_file) return "通常のファイルではありません";
    for (const Reason& each : reasons) {
      if (reason == std::strerror(each.error)) return std::string(each.japanese);
    }
  }
  return std::string(reason);
}

}  // namespace shirube::diagnostic
