// Any bytes as a page: no crash, no hang, every place inside the text.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "support/markdown.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const shirube::test::ReadPage page(std::string(reinterpret_cast<const char*>(data), size));
  (void)page.html();
  for (const auto& found : page.sink.diagnostics()) {
    if (found.range.end > size || found.range.begin > found.range.end) std::abort();
  }
  return 0;
}
