// A text of its own, read by one of the parsers, and what was found, as `line:column rule` lines.
#pragma once

#include <string>

#include "diagnostic/printer.h"
#include "parse/yaml/yaml.h"
#include "source/json.h"
#include "source/source_set.h"

namespace shirube::tests {

struct ParsedText {
  explicit ParsedText(std::string text) : file(sources.add("content/a.yaml", std::move(text))) {}

  std::optional<parse::YamlNode> yaml(const parse::YamlLimits& limits = {}) {
    return parse::parse_yaml(parse::YamlInput::whole_file(sources.file(file), file), limits, sink);
  }

  // Every finding is also worded in both languages, so that no message needs an argument that was not given.
  std::string findings() const {
    std::string lines;
    for (const auto& found : sink.diagnostics()) {
      for (const auto language : {diagnostic::Language::english, diagnostic::Language::japanese}) {
        if (diagnostic::message(found, language).empty()) lines += "no message ";
        diagnostic::help(found, language);
      }
      diagnostic::Diagnostic plain = found;
      plain.suggestion.clear();
      diagnostic::help(plain, diagnostic::Language::english);
      diagnostic::help(plain, diagnostic::Language::japanese);
    }
    for (const auto& found : source::Json::parse(diagnostic::print_json(sink.diagnostics(), sources, {}))) {
      if (!lines.empty()) lines += '\n';
      lines += std::to_string(found["line"].get<int>()) + ":" + std::to_string(found["column"].get<int>()) + " " +
               found["rule"].get<std::string>();
    }
    return lines;
  }

  std::string text_of(const source::SourceRange& range) const {
    return sources.file(file).text().substr(range.begin, range.end - range.begin);
  }

  source::SourceSet sources;
  source::FileId file;
  diagnostic::Sink sink;
};

}  // namespace shirube::tests
