#include "source/unicode.h"

#include <unicode/casemap.h>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <cassert>
#include <memory>

#include "source/format.h"

namespace shirube::source {

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t i = 0;
  while (i < size) {
    if (bytes[i] < 0x80) {
      ++i;
      continue;
    }
    const std::int32_t start = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) return static_cast<std::size_t>(start);
  }
  return std::nullopt;
}

std::string escape_invalid_utf8(std::string_view text) {
  std::string shown;
  while (const auto bad = find_invalid_utf8(text)) {
    shown += text.substr(0, *bad);
    shown += format("\\x{:02X}", static_cast<unsigned char>(text[*bad]));
    text.remove_prefix(*bad + 1);
  }
  return shown += text;
}

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t i = offset;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, i, text.size(), c);
  return {static_cast<char32_t>(c), i - offset};
}

CodePoint code_point_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return {};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int32_t>(offset);
  UChar32 c = 0;
  U8_PREV_OR_FFFD(bytes, 0, i, c);
  return {static_cast<char32_t>(c), offset - static_cast<std::size_t>(i)};
}

void append_utf8(std::string& text, char32_t code_point) {
  std::uint8_t buffer[4];
  std::int32_t length = 0;
  UBool failed = false;
  U8_APPEND(buffer, length, 4, static_cast<UChar32>(code_point), failed);
  assert(!failed);
  text.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    result.push_back(c.value);
    i += c.size;
  }
  return result;
}

namespace {

std::string normalise(const icu::Normalizer2* normalizer, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
  normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                            status);
  assert(U_SUCCESS(status));
  return result;
}

}  // namespace

std::optional<std::string> from_cp932(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("windows-31j", &status);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string wide(bytes.size() + 1, u'\0');
  const int32_t length = ucnv_toUChars(converter, wide.data(), static_cast<int32_t>(wide.size()), bytes.data(),
                                       static_cast<int32_t>(bytes.size()), &status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  std::string text;
  icu::UnicodeString(wide.data(), length).toUTF8String(text);
  return text;
}

std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalise(icu::Normalizer2::getNFCInstance(status), text);
}

std::string to_nfkc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalise(icu::Normalizer2::getNFKCInstance(status), text);
}

std::string fold_case(std::string_view text) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                         status);
  assert(U_SUCCESS(status));
  return result;
}

int display_width(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const auto width = static_cast<UEastAsianWidth>(u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH));
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    width += display_width(c.value);
    i += c.size;
  }
  return width;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    length += c.value > 0xFFFF ? 2 : 1;
    i += c.size;
  }
  return length;
}

bool is_japanese(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
      return true;
    case USCRIPT_HANGUL:
      return false;
    default:
      break;
  }
  // Characters that belong to no single script. Given as blocks, because newer tables count ever more scripts among a
  // character's extensions, and both distributions must agree.
  return (c >= 0x3000 && c <= 0x303F) ||  // punctuation
         (c >= 0x3099 && c <= 0x309C) ||  // sound marks, combining too: macOS writes が as か and one of these
         (c >= 0x30A0 && c <= 0x30FC) ||  // ゠ ・ ー
         (c >= 0x3200 && c <= 0x33FF) ||  // ㈱ ㍿
         (c >= 0xFE30 && c <= 0xFE4F) ||  // vertical forms
         (c >= 0xFF01 && c <= 0xFF9F) ||  // full-width forms, half-width 。「」、・ and ー
         (c >= 0xFFE0 && c <= 0xFFE6);
}

bool is_cjk(char32_t code_point) {
  if (is_japanese(code_point)) return true;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(code_point), &status) == USCRIPT_HANGUL;
}

bool is_punctuation(char32_t code_point) {
  constexpr std::uint32_t mask = U_GC_P_MASK | U_GC_S_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & mask) != 0;
}

bool is_white_space(char32_t code_point) {
  return code_point == '\t' || code_point == '\n' || code_point == '\f' || code_point == '\r' ||
         u_charType(static_cast<UChar32>(code_point)) == U_SPACE_SEPARATOR;
}

bool is_letter_or_digit(char32_t code_point) {
  return u_isalnum(static_cast<UChar32>(code_point)) != 0;
}

bool is_invisible(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  constexpr UChar32 blank_braille = 0x2800;
  if (c == blank_braille || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return true;
  return u_charType(c) == U_FORMAT_CHAR && !u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK);
}

bool is_ideograph(char32_t code_point) {
  return u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_IDEOGRAPHIC) != 0;
}

bool is_before_by_numbers(std::string_view a, std::string_view b) {
  const std::string one = to_nfkc(a);
  const std::string other = to_nfkc(b);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  // The digits from `at` on, without leading zeros; `at` is moved past them.
  const auto take_number = [&](const std::string& text, std::size_t& at) {
    while (at < text.size() && text[at] == '0') ++at;
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return std::string_view(text).substr(begin, at - begin);
  };
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < one.size() && k < other.size()) {
    if (is_digit(one[i]) && is_digit(other[k])) {
      const std::string_view number = take_number(one, i);
      const std::string_view other_number = take_number(other, k);
      if (number.size() != other_number.size()) return number.size() < other_number.size();
      if (number != other_number) return number < other_number;
      continue;
    }
    if (one[i] != other[k]) {
      // A folder's own pages come together, before what merely begins with its name.
      if (one[i] == '/' || other[k] == '/') return one[i] == '/';
      return static_cast<unsigned char>(one[i]) < static_cast<unsigned char>(other[k]);
    }
    ++i;
    ++k;
  }
  const std::size_t rest = one.size() - i;
  const std::size_t other_rest = other.size() - k;
  return rest != other_rest ? rest < other_rest : a < b;
}

bool joins_lines(std::string_view before, std::string_view after) {
  const auto joins = [](char32_t c) { return is_japanese(c) || (c >= 0xFF61 && c <= 0xFF9F); };
  const auto is_selector = [](char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); };
  std::size_t end = before.size();
  CodePoint last = code_point_before(before, end);
  while (is_selector(last.value) && last.size < end) {
    end -= last.size;
    last = code_point_before(before, end);
  }
  return joins(last.value) && joins(code_point_at(after, 0).value);
}

std::string collation_key(std::string_view text) {
  thread_local const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("ja"), status));
    assert(U_SUCCESS(status));
    return made;
  }();
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const std::int32_t size = collator->getSortKey(wide, nullptr, 0);
  std::string key(static_cast<std::size_t>(size), '\0');
  collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()), size);
  if (!key.empty()) key.pop_back();  // ICU ends the key with a zero byte
  return key;
}

}  // namespace shirube::source
