// The system's reasons in the words of those who read them.
#pragma once

#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"

namespace shirube::diagnostic {

// A failure's detail where a file was asked for and something else is there.
inline constexpr std::string_view not_a_regular_file = "Not a regular file";

// `reason` is a failure's detail: the system's words, which are English. In Japanese where we know it, else as it is.
std::string reason_text(std::string_view reason, Language language);

}  // namespace shirube::diagnostic
