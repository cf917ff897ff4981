#include "parse/markdown/autolinks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "source/unicode.h"

namespace shirube::parse {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_alphanumeric(char c) {
  return is_letter(c) || (c >= '0' && c <= '9');
}

// Japanese characters end an address; so do those that no address holds.
std::size_t address_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      if (c <= ' ' || c == '<' || c == '\\' || c == 0x7F) break;
      ++at;
      continue;
    }
    const source::CodePoint sign = source::code_point_at(text, at);
    if (source::is_japanese(sign.value) || (sign.value >= 0xFF61 && sign.value <= 0xFF65) ||
        source::is_white_space(sign.value)) {
      break;
    }
    at += sign.size;
  }
  return at;
}

// Punctuation at the end belongs to the sentence, a bracket only if it has no partner in the address.
std::size_t trim_end(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view address = text.substr(begin, end - begin);
  auto surplus = std::count(address.begin(), address.end(), ')') - std::count(address.begin(), address.end(), '(');
  while (end > begin) {
    const char c = text[end - 1];
    if (std::string_view("?!.,:*_~'\"").find(c) != std::string_view::npos) {
      --end;
    } else if (c == ')' && surplus > 0) {
      --surplus;
      --end;
    } else if (c == ';') {
      std::size_t name = end - 1;
      while (name > begin && is_alphanumeric(text[name - 1])) --name;
      end = name < end - 1 && name > begin && text[name - 1] == '&' ? name - 1 : end - 1;
    } else {
      break;
    }
  }
  return end;
}

// The end of the domain that starts at `begin`; nothing if there is none.
std::optional<std::size_t> domain_end(std::string_view text, std::size_t begin, bool needs_dot) {
  std::size_t at = begin;
  int dots = 0, underscores_before = 0, underscores = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '_') {
      ++underscores;
    } else if (c == '.') {
      underscores_before = underscores;
      underscores = 0;
      ++dots;
    } else if (!is_alphanumeric(c) && c != '-') {
      break;
    }
  }
  if (at == begin || !is_alphanumeric(text[begin]) || underscores_before + underscores > 0) return std::nullopt;
  if (needs_dot && dots == 0) return std::nullopt;
  return at;
}

std::optional<Autolink> url_at(std::string_view text, std::size_t colon, std::size_t free_from) {
  std::size_t begin = colon;
  while (begin > free_from && is_letter(text[begin - 1])) --begin;
  std::string scheme(text.substr(begin, colon - begin));
  for (char& c : scheme) c = static_cast<char>(c | 0x20);
  if (scheme != "http" && scheme != "https") return std::nullopt;
  const auto domain = domain_end(text, colon + 3, false);
  if (!domain) return std::nullopt;
  const std::size_t end = trim_end(text, begin, address_end(text, *domain));
  if (end <= colon + 3) return std::nullopt;
  return Autolink{begin, end, colon, std::string(text.substr(begin, end - begin))};
}

std::optional<Autolink> www_at(std::string_view text, std::size_t begin, std::size_t free_from) {
  if (begin < free_from) return std::nullopt;
  if (begin > 0) {
    const source::CodePoint before = source::code_point_before(text, begin);
    const bool boundary = source::is_white_space(before.value) || source::is_cjk(before.value) ||
                          (before.value < 0x80 &&
                           std::string_view("*_~(").find(static_cast<char>(before.value)) != std::string_view::npos);
    if (!boundary) return std::nullopt;
  }
  const auto domain = domain_end(text, begin, true);
  if (!domain || *domain < begin + 5) return std::nullopt;
  const std::size_t end = trim_end(text, begin, address_end(text, *domain));
  if (end <= begin + 4) return std::nullopt;
  return Autolink{begin, end, begin + 3, "http://" + std::string(text.substr(begin, end - begin))};
}

std::optional<Autolink> mail_at(std::string_view text, std::size_t at, std::size_t free_from) {
  const auto is_local = [](char c) {
    return is_alphanumeric(c) || std::string_view(".+-_").find(c) != std::string_view::npos;
  };
  std::size_t begin = at;
  while (begin > free_from && is_local(text[begin - 1])) --begin;
  if (begin == at) return std::nullopt;
  std::size_t end = at + 1;
  int dots = 0;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (c == '.' && end + 1 < text.size() && is_alphanumeric(text[end + 1])) {
      ++dots;
    } else if (!is_alphanumeric(c) && c != '-' && c != '_') {
      break;
    }
  }
  const bool second_at = end < text.size() && text[end] == '@';
  if (dots == 0 || second_at || text[end - 1] == '-' || text[end - 1] == '_') return std::nullopt;
  std::string destination = "mailto:" + std::string(text.substr(begin, end - begin));
  constexpr std::string_view scheme = "mailto:";
  if (begin >= free_from + scheme.size() && text.substr(begin - scheme.size(), scheme.size()) == scheme) {
    begin -= scheme.size();
  }
  return Autolink{begin, end, at, std::move(destination)};
}

}  // namespace

std::vector<Autolink> find_autolinks(std::string_view text) {
  std::vector<Autolink> found;
  std::size_t free_from = 0;  // end of the last address
  for (std::size_t i = text.find_first_of(":.@"); i != std::string_view::npos; i = text.find_first_of(":.@", i)) {
    std::optional<Autolink> link;
    if (text[i] == ':' && text.substr(i, 3) == "://") {
      link = url_at(text, i, free_from);
    } else if (text[i] == '.' && i >= 3 && text.substr(i - 3, 3) == "www") {
      link = www_at(text, i - 3, free_from);
    } else if (text[i] == '@') {
      link = mail_at(text, i, free_from);
    }
    ++i;
    if (link) {
      free_from = i = link->end;
      found.push_back(std::move(*link));
    }
  }
  return found;
}

}  // namespace shirube::parse
