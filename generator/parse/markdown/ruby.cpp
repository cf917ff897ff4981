#include "parse/markdown/ruby.h"

#include "source/unicode.h"

namespace shirube::parse {

namespace {

constexpr std::size_t longest_base = 120;  // bytes
constexpr std::size_t longest_reading = 240;

bool is_kana(char32_t c) {
  return (c >= 0x3041 && c <= 0x309F) || (c >= 0x30A1 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0xFF66 && c <= 0xFF9F) || c == ' ' || c == 0x3000;
}

bool is_reading(std::string_view text) {
  bool any = false;
  for (const char32_t c : source::code_points(text)) {
    if (!is_kana(c)) return false;
    any |= c != ' ' && c != 0x3000;
  }
  return any;
}

}  // namespace

std::vector<FoundRuby> find_ruby(std::string_view text) {
  std::vector<FoundRuby> found;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::string_view near = text.substr(open + 1, longest_base + longest_reading);
    const std::size_t bar = near.find_first_of("|{}\n`");
    if (bar == std::string_view::npos || near[bar] != '|' || bar == 0 || bar > longest_base) continue;
    const std::size_t close = near.find_first_of("|{}\n`", bar + 1);
    if (close == std::string_view::npos || near[close] != '}') continue;
    if (near.substr(0, bar).find_first_not_of(" \t\\") == std::string_view::npos || near[bar - 1] == '\\') continue;
    if (!is_reading(near.substr(bar + 1, close - bar - 1))) continue;
    found.push_back({open, open + 1 + bar, open + 2 + close});
    open += close;
  }
  return found;
}

std::string hide_ruby_bars(std::string text) {
  const std::vector<FoundRuby> found = find_ruby(text);
  if (found.empty()) return text;
  std::string hidden;
  std::size_t copied = 0;
  for (const FoundRuby& ruby : found) {
    hidden.append(text, copied, ruby.bar - copied).append(ruby_bar_utf8);
    copied = ruby.bar + 1;
  }
  return hidden.append(text, copied);
}

void show_ruby_bars(std::string& text) {
  std::size_t next = text.find(ruby_bar_utf8);
  if (next == std::string::npos) return;
  std::string shown;
  std::size_t copied = 0;
  for (; next != std::string::npos; next = text.find(ruby_bar_utf8, copied)) {
    shown.append(text, copied, next - copied) += '|';
    copied = next + ruby_bar_utf8.size();
  }
  text = shown.append(text, copied);
}

model::Inlines read_ruby(std::string_view text) {
  model::Inlines inlines;
  std::size_t done = 0;
  const auto put_text = [&](std::size_t end) {
    if (end > done) inlines.push_back({{}, model::Text{std::string(text.substr(done, end - done))}});
  };
  for (const FoundRuby& ruby : find_ruby(text)) {
    put_text(ruby.begin);
    inlines.push_back({{},
                       model::Ruby{std::string(text.substr(ruby.begin + 1, ruby.bar - ruby.begin - 1)),
                                   std::string(text.substr(ruby.bar + 1, ruby.end - ruby.bar - 2))}});
    done = ruby.end;
  }
  put_text(text.size());
  return inlines;
}

}  // namespace shirube::parse
