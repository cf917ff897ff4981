#include "source/source_set.h"

#include "support/catch.h"

using shirube::source::SourceFile;

TEST_CASE("a place is counted in lines and code points") {
  const SourceFile file("a.md", "一行目\n二\t行目\r\nend");
  CHECK(file.line_count() == 3);
  CHECK(file.line(2) == "二\t行目");
  const auto place = file.locate(static_cast<std::uint32_t>(file.text().find("目\r")));
  CHECK(place.line == 2);
  CHECK(place.column == 4);
  CHECK(file.locate(static_cast<std::uint32_t>(file.text().size())).column == 4);
}
