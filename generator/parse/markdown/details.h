// <details>, <summary> and </details>, each alone in a block of HTML: what folds is between them as Markdown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace shirube::parse {

struct DetailsBorder {
  enum class Kind {
    none,     // some other HTML
    opens,    // <details>, with its <summary> or before it
    summary,  // <summary>…</summary> alone
    closes,
    wrong,  // one of the two elements, written otherwise
  };
  Kind kind = Kind::none;
  std::string summary;
  std::size_t summary_begin = 0;  // its bytes in `html`
  std::size_t summary_end = 0;
};

DetailsBorder read_details_border(std::string_view html);

}  // namespace shirube::parse
