#include "support/memory_site.h"

#include "diagnostic/printer.h"
#include "source/json.h"
#include "support/catch.h"

namespace shirube::tests {

namespace {

Files completed(Files files) {
  // Cases are about one thing each: what good practice requires beyond it is not checked.
  files.emplace("site.yaml", "title: 試験\nrules: {practice: off}\n");
  files.emplace("content/index.md", "# 試験\n");
  return files;
}

}  // namespace

MemorySite::MemorySite(Files given) : files(completed(std::move(given))) {
  auto checkout = source::RealFileSystem::open(SHIRUBE_SOURCE_DIR);
  REQUIRE(checkout);
  loaded = cli::load_site(files, "site.yaml", *checkout.value(), session);
}

std::string MemorySite::findings() const {
  std::string lines;
  const auto list = source::Json::parse(diagnostic::print_json(session.sink.diagnostics(), session.sources, {}));
  for (const auto& found : list) {
    lines += found.value("path", std::string("shirube"));
    if (found.contains("line")) {
      lines += ":" + std::to_string(found["line"].get<int>()) + ":" + std::to_string(found["column"].get<int>());
    }
    lines += " " + found["rule"].get<std::string>() + "\n";
  }
  return lines;
}

std::string read_checkout(const std::string& path) {
  auto checkout = source::RealFileSystem::open(SHIRUBE_SOURCE_DIR);
  REQUIRE(checkout);
  auto text = checkout.value()->read(path);
  INFO(path);
  REQUIRE(text);
  return std::move(text).value();
}

}  // namespace shirube::tests
