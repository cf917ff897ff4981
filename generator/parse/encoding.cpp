#include "parse/encoding.h"

#include "source/format.h"
#include "source/unicode.h"

namespace shirube::parse {

using diagnostic::Kind;

bool check_encoding(std::string_view text, const RangeOf& range, diagnostic::Sink& sink) {
  if (text.starts_with("\xFE\xFF") || text.starts_with("\xFF\xFE")) {
    sink.report(Kind::encoding_utf16, range(0, 2));
    return false;
  }
  if (const auto invalid = source::find_invalid_utf8(text)) {
    sink.report(Kind::encoding, range(*invalid, *invalid + 1),
                {source::format("{:02X}", static_cast<unsigned char>(text[*invalid]))});
    return false;
  }
  return true;
}

}  // namespace shirube::parse
