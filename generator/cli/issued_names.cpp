#include "cli/issued_names.h"

#include <algorithm>
#include <set>

#include "source/fingerprint.h"
#include "source/format.h"
#include "source/typed_text.h"
#include "source/unicode.h"

namespace shirube::cli {

namespace {

bool is_plain(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Letters and digits of other scripts become a sum of themselves, so that two names stay two.
std::string ascii_part(const std::string& text) {
  return is_plain(text) ? text : source::fingerprint_text(text).substr(0, 8);
}

}  // namespace

std::string file_part(const std::string& text) {
  std::string part;
  for (const char32_t c : source::code_points(text)) {
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool bad = c < 0x20 || (c >= 0x7F && c < 0xA0) || turns || source::is_blank(c) ||
                     std::u32string_view(U"/\\:*?\"<>|#%").find(c) != std::u32string_view::npos;
    if (bad) {
      part += '-';
    } else {
      source::append_utf8(part, c);
    }
  }
  return part;
}

IssuedNames::IssuedNames(const model::Site& site, bool ascii) : ascii_(ascii) {
  for (const auto& workbook : site.workbooks) titles_[workbook.id.value] = file_part(workbook.title);
}

std::string IssuedNames::name(const IssuedLine& line, const std::string& middle, const std::string& extension) const {
  constexpr std::size_t longest = 200;  // bytes; file systems allow 255
  const auto title = titles_.find(line.workbook);
  const std::string period = file_part(line.period);
  const std::string& first = title == titles_.end() ? line.workbook : title->second;
  std::string whole = source::format("{}_{}_{}_{}{}", first, line.version, middle, period, extension);
  if (!ascii_ && whole.size() <= longest) return whole;
  return source::format("{}_{}_{}_{}{}", line.workbook, line.version, ascii_part(middle), ascii_part(period),
                        extension);
}

std::string IssuedNames::book(const IssuedLine& line, const std::string& middle) const {
  return name(line, middle, ".xlsx");
}

std::string IssuedNames::archive(const IssuedLine& line, const std::string& middle) const {
  return name(line, middle, ".zip");
}

std::vector<NameLine> IssuedNames::explain(const std::vector<IssuedLine>& lines,
                                           const std::vector<HandoutLine>& handouts) const {
  std::map<std::string, std::string> meanings;
  const auto look_for = [&](const std::string& file, const std::string& text) {
    const std::string part = file_part(text);
    if (is_plain(part)) return;
    const std::string sum = ascii_part(part);
    if (file.find("_" + sum) != std::string::npos) meanings[sum] = text;
  };
  for (const IssuedLine& line : lines) {
    look_for(line.file, line.period);
    look_for(line.file, line.id + "_" + line.post);
  }
  for (const HandoutLine& line : handouts) {
    look_for(line.archive, line.period);
    look_for(line.archive, line.assessor);
    look_for(line.archive, line.assessor + "-" + line.assessor_id);
  }
  std::vector<NameLine> explained;
  for (const auto& [part, meaning] : meanings) explained.push_back({part, meaning});
  return explained;
}

}  // namespace shirube::cli
