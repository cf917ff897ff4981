// JavaScript of the theme, run by node.
#pragma once

#include <string>
#include <vector>

namespace shirube::tests {

// What tests/javascript/<script> prints for these lines of input, line by line.
std::vector<std::string> node_lines(const std::string& script, const std::vector<std::string>& input);

}  // namespace shirube::tests
