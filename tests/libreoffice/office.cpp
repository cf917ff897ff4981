#include "libreoffice/office.h"

#include <cstdlib>

#include "support/catch.h"

namespace shirube::tests {

namespace {

// LibreOffice trusts the values in a file unless it is configured otherwise.
const std::string always_recalculate =
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    "<oor:items xmlns:oor='http://openoffice.org/2001/registry'>"
    "<item oor:path='/org.openoffice.Office.Calc/Formula/Load'><prop oor:name='OOXMLRecalcMode' oor:op='fuse'>"
    "<value>0</value></prop></item></oor:items>\n";

}  // namespace

Office::Office() {
  REQUIRE(::mkdtemp(work_.data()) != nullptr);
  files_ = std::move(source::RealFileSystem::open(work_)).value();
  REQUIRE(files_->write("profile/user/registrymodifications.xcu", always_recalculate));
}

Office::~Office() {
  (void)std::system(("rm -rf '" + work_ + "'").c_str());
}

std::string Office::convert(const std::string& bytes, const std::string& format) {
  return convert(std::map<std::string, std::string>{{"book", bytes}}, format).at("book");
}

std::map<std::string, std::string> Office::convert(const std::map<std::string, std::string>& books,
                                                   const std::string& format) {
  std::string command = "soffice -env:UserInstallation=file://" + work_ + "/profile --headless --convert-to " + format +
                        " --outdir '" + work_ + "/out'";
  for (const auto& [name, bytes] : books) {
    REQUIRE(files_->write("in/" + name + ".xlsx", bytes));
    command += " '" + work_ + "/in/" + name + ".xlsx'";
  }
  REQUIRE(std::system((command + " >/dev/null 2>&1").c_str()) == 0);
  std::map<std::string, std::string> converted;
  for (const auto& [name, bytes] : books) {
    const auto file = files_->read("out/" + name + "." + format);
    REQUIRE(file);
    converted.emplace(name, file.value());
  }
  return converted;
}

}  // namespace shirube::tests
