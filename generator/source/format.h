// Building text from values. The only door to fmt: positional arguments, never a locale.
#pragma once

#include <fmt/args.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace shirube::source {

using fmt::format;

// `pattern` holds {0}, {1} …; every argument is text.
inline std::string format_texts(std::string_view pattern, const std::vector<std::string>& arguments) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& argument : arguments) store.push_back(std::cref(argument));
  return fmt::vformat(fmt::string_view(pattern.data(), pattern.size()), store);
}

}  // namespace shirube::source
