// shirube schema [NAME]: the JSON Schema of site.yaml, records, front matter or templates; without NAME, their names.
#include <string>

#include "cli/commands.h"
#include "cli/json_schema.h"
#include "cli/streams.h"
#include "source/format.h"
#include "source/terminal_text.h"

namespace shirube::cli {

namespace {

std::string names_of_schemas(std::string_view between) {
  std::string names;
  for (const std::string_view name : schema_names()) names += (names.empty() ? "" : std::string(between)) + std::string(name);
  return names;
}

}  // namespace

int schema(const Options& options) {
  if (options.file.empty()) {
    write_output(names_of_schemas("\n") + "\n");
    return 0;
  }
  const auto made = json_schema(options.file, options.language);
  if (made) {
    write_output(made->dump(2) + "\n");
    return 0;
  }
  const bool japanese = options.language == diagnostic::Language::japanese;
  write_error(source::format_texts(japanese ? "「{0}」というスキーマはありません（{1}）。\n" : "unknown schema `{0}` ({1}).\n",
                                   {source::terminal_text(options.file), names_of_schemas(", ")}));
  constexpr int usage = 2;
  return usage;
}

}  // namespace shirube::cli
