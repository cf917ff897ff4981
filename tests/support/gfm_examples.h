// The examples of the GFM specification, read from its text (test/spec.txt of cmark-gfm's source package).
#pragma once

#include <string>
#include <vector>

namespace shirube::test {

struct GfmExample {
  int number = 0;
  std::string section;
  std::string markdown;
  std::string html;
};

std::vector<GfmExample> read_gfm_examples(const std::string& specification);

}  // namespace shirube::test
