// Words for a text that the library gave up on: looks at the lines around the place for what authors really do wrong.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "parse/yaml/yaml_text.h"

namespace shirube::parse {

// What the library stumbled over.
enum class Fault {
  unknown_alias,
  unclosed_quote,
  bracket,
  stray_bracket,
  escape,
  list_place,
  colon,   // a `:` where no key can be
  layout,  // the line does not belong to what is open
  reserved,
  tab,
  lone_sign,  // `&` or `*` without a name
  other,
};

Fault fault_of(std::string_view words);

// Reports exactly one finding. `offset`: where it gave up; `cursor`: up to where all was well; `open_bracket`: of the
// innermost `[` or `{` that was open.
void explain_fault(const YamlText& text, Fault fault, std::size_t offset, std::size_t cursor,
                   std::optional<std::size_t> open_bracket, diagnostic::Sink& sink);

}  // namespace shirube::parse
