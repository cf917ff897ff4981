// The words of a formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/range.h"

namespace shirube::expression {

enum class TokenKind {
  number,
  text,   // without its quotes, "" undoubled
  name,   // in Unicode form NFC
  sign,   // one of + - * / ^ & % ( ) , = <> < <= > >=
  wrong,  // has been reported; parsing ends here in silence
  end
};

struct Token {
  TokenKind kind;
  std::string value;
  double number = 0;
  source::SourceRange range;
};

// Ends with an `end` token. What can be understood in spite of an error (a full-width character, a bad number) is
// reported and goes on as what was meant.
std::vector<Token> tokenize(std::string_view text, source::FileId file, std::uint32_t offset, diagnostic::Sink& sink);

}  // namespace shirube::expression
