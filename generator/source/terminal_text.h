// Text of others on its way to a terminal: names of files, excerpts, what a message quotes.
#pragma once

#include <string>
#include <string_view>

namespace shirube::source {

// Control characters of both sets, DEL, and characters that change the direction of what follows.
bool drives_terminal(char32_t c);

// With `?` in the place of each such character and of bytes that are not UTF-8. Tabs stay, line ends do not.
std::string terminal_text(std::string_view text);

}  // namespace shirube::source
