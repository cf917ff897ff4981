#include "parse/markdown/links.h"

#include <algorithm>
#include <array>

#include "source/unicode.h"

namespace shirube::parse {

namespace {

using diagnostic::Kind;

constexpr std::array<std::string_view, 4> allowed_schemes = {"http", "https", "mailto", "tel"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_scheme_sign(char c) {
  c = lower(c);
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

bool is_allowed(std::string_view scheme) {
  return std::any_of(allowed_schemes.begin(), allowed_schemes.end(), [scheme](std::string_view allowed) {
    return std::equal(scheme.begin(), scheme.end(), allowed.begin(), allowed.end(),
                      [](char a, char b) { return lower(a) == b; });
  });
}

}  // namespace

std::string_view scheme_of(std::string_view destination) {
  const std::size_t end = destination.find_first_of(":/?#");
  if (end == std::string_view::npos || end == 0 || destination[end] != ':') return {};
  const std::string_view scheme = destination.substr(0, end);
  // A path such as `メモ:1.md` has no scheme: browsers require ASCII too.
  return std::all_of(scheme.begin(), scheme.end(), is_scheme_sign) ? scheme : std::string_view{};
}

std::optional<Kind> find_link_fault(std::string_view destination) {
  if (destination.empty()) return std::nullopt;
  // Browsers drop control characters, tabs and spaces at the ends before they look for a scheme.
  for (std::size_t i = 0; i < destination.size(); ++i) {
    const auto byte = static_cast<unsigned char>(destination[i]);
    if (byte < 0x20 || byte == 0x7F) return Kind::link_control;
    if (byte == 0xC2 && i + 1 < destination.size() && static_cast<unsigned char>(destination[i + 1]) < 0xA0) {
      return Kind::link_control;
    }
    if (byte == '\\') return Kind::link_backslash;
  }
  if (source::is_white_space(source::code_point_at(destination, 0).value) ||
      source::is_white_space(source::code_point_before(destination, destination.size()).value)) {
    return Kind::link_control;
  }
  if (destination.starts_with("//")) return Kind::link_host;
  const std::string_view scheme = scheme_of(destination);
  if (!scheme.empty()) {
    if (!is_allowed(scheme)) return Kind::link_scheme;
    if (destination.find(' ') != std::string_view::npos) return Kind::link_control;
  }
  return std::nullopt;
}

}  // namespace shirube::parse
