#include "render/html/layout_source.h"

#include <algorithm>
#include <map>

#include "diagnostic/suggestion.h"
#include "render/html/markup.h"

namespace shirube::render::html {
namespace {

using diagnostic::Kind;
using source::SourceRange;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Parts that hold other parts twice double with each step.
struct Extent {
  std::size_t bytes = 0;
  std::size_t parts = 0;

  Extent operator+(const Extent& other) const { return {bytes + other.bytes, parts + other.parts}; }
  Extent operator-(const Extent& other) const { return {bytes - other.bytes, parts - other.parts}; }
  bool too_large() const;
};
constexpr Extent largest{1 << 20, 1000};

bool Extent::too_large() const {
  return bytes > largest.bytes || parts > largest.parts;
}

struct Section {
  std::string name;
  SourceRange range;
};

class Assembly {
 public:
  Assembly(const LayoutReader& read, const LayoutNames& names, const source::SourceSet& sources, diagnostic::Sink& sink)
      : read_(read), names_(names), sources_(sources), sink_(sink) {}

  void add(const std::string& name, SourceRange asked_by) {
    if (too_large_) return;
    if (std::find(open_parts_.begin(), open_parts_.end(), name) != open_parts_.end()) {
      fault(Kind::theme_part_loop, asked_by, {name});
      return;
    }
    const auto file = read_(name, asked_by);
    if (!file) {
      good_ = false;
      return;
    }
    // A part that is too large is reported at its own tag, in any layout, and what contains it is not reported again.
    const Extent before = taken_;
    const auto known = extents_.find(name);
    const Extent expected = known == extents_.end() ? Extent{} : known->second;
    const Extent outside = opened_.empty() ? Extent{} : opened_.back();
    if (!(taken_ - outside + expected).too_large() && open_parts_.size() < largest.parts) {
      open_parts_.push_back(name);
      opened_.push_back(before);
      add_text(*file);
      open_parts_.pop_back();
      opened_.pop_back();
      extents_[name] = taken_ - before;
      if (too_large_ || !asked_by || !(taken_ - outside).too_large()) return;
    }
    fault(Kind::theme_too_large, asked_by, {std::to_string(largest.bytes), std::to_string(largest.parts)});
    too_large_ = true;
  }

  std::optional<std::string> result() && { return good_ ? std::optional<std::string>(std::move(out_)) : std::nullopt; }

 private:
  diagnostic::Diagnostic& fault(Kind kind, SourceRange range, std::vector<std::string> arguments) {
    good_ = false;
    return sink_.report(kind, range, std::move(arguments));
  }

  void add_text(source::FileId file) {
    const std::string_view text = sources_.file(file).text();
    taken_ = taken_ + Extent{text.size(), 1};
    std::vector<Section> sections;
    std::size_t at = 0;
    while (true) {
      const std::size_t begin = text.find("{{", at);
      out_ += text.substr(at, begin == std::string_view::npos ? begin : begin - at);
      if (begin == std::string_view::npos) break;
      const bool unescaped = text.substr(begin, 3) == "{{{";
      const std::string_view end_sign = unescaped ? "}}}" : "}}";
      const std::size_t end = text.find(end_sign, begin);
      if (end == std::string_view::npos) {
        fault(Kind::theme_open_tag, range(file, begin, begin + 2), {});
        return;
      }
      const std::size_t inner = begin + end_sign.size();
      at = end + end_sign.size();
      tag(range(file, begin, at), trimmed(text.substr(inner, end - inner)), text.substr(begin, at - begin), sections);
    }
    for (const Section& section : sections) fault(Kind::theme_open_section, section.range, {section.name});
  }

  void tag(SourceRange place, std::string_view content, std::string_view whole, std::vector<Section>& sections) {
    const char sign = content.empty() ? ' ' : content.front();
    const std::string rest(trimmed(content.empty() ? content : content.substr(1)));
    switch (sign) {
      case '!':
        return;
      case '>':
        add(rest, place);
        return;
      case '/':
        if (sections.empty() || sections.back().name != rest) {
          fault(Kind::theme_close_section, place, {rest});
          return;
        }
        sections.pop_back();
        break;
      case '#':
      case '^':
        sections.push_back({rest, place});
        check_name(rest, place);
        break;
      case '&':
        check_name(rest, place);
        break;
      default:
        if (const auto constant = names_.constants.find(std::string(content)); constant != names_.constants.end()) {
          add_constant(constant->second);
          return;
        }
        check_name(std::string(content), place);
    }
    out_ += whole;
  }

  // A brace in the text must not look like a tag to the library.
  void add_constant(const std::string& text) {
    taken_.bytes += text.size();
    for (const char c : escape(text)) {
      if (c == '{') {
        out_ += "&#123;";
      } else {
        out_ += c;
      }
    }
  }

  void check_name(const std::string& name, SourceRange place) {
    if (std::find(names_.values.begin(), names_.values.end(), name) != names_.values.end()) return;
    fault(Kind::theme_unknown_name, place, {name}).suggest([&] {
      std::vector<std::string> known(names_.values.begin(), names_.values.end());
      for (const auto& [constant, text] : names_.constants) known.push_back(constant);
      return diagnostic::near_miss(name, known);
    });
  }

  static SourceRange range(source::FileId file, std::size_t begin, std::size_t end) {
    return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  const LayoutReader& read_;
  const LayoutNames& names_;
  const source::SourceSet& sources_;
  diagnostic::Sink& sink_;
  std::string out_;
  std::vector<std::string> open_parts_;
  std::map<std::string, Extent> extents_;  // of parts that were taken before
  std::vector<Extent> opened_;             // what was taken before each open part
  Extent taken_;                           // so far, each time again
  bool too_large_ = false;
  bool good_ = true;
};

}  // namespace

std::optional<std::string> assemble_layout(const std::string& name, const LayoutReader& read, const LayoutNames& names,
                                           const source::SourceSet& sources, diagnostic::Sink& sink) {
  Assembly assembly(read, names, sources, sink);
  assembly.add(name, {});
  return std::move(assembly).result();
}

}  // namespace shirube::render::html
