// Text in Excel's notation, without the `=`, to a tree.
#pragma once

#include <optional>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "expression/ast.h"

namespace shirube::expression {

// `text` is in `file` from byte `offset` on. Nothing if it was wrong; then each error is in `sink`.
// Precedence is Excel's: comparison, &, + -, * /, ^ (left), % (postfix), unary minus tightest, so that -2^2 is 4.
std::optional<Expression> parse(std::string_view text, source::FileId file, std::uint32_t offset,
                                diagnostic::Sink& sink);

// The same of a text that no file contains as it is: every node and every finding is at `whole`.
std::optional<Expression> parse_made(std::string_view text, source::SourceRange whole, diagnostic::Sink& sink);

}  // namespace shirube::expression
