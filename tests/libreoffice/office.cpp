#include "libreoffice/office.h"

#include <cstdlib>

#include "support/catch.h"

namespace shirube::tests {

namespace {

// LibreOffice trusts the values in a file unless it is told otherwise.
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
  REQUIRE(files_->write("in/book.xlsx", bytes));
  const std::string command = "soffice -env:UserInstallation=file://" + work_ + "/profile --headless --convert-to " +
                              format + " --outdir '" + work_ + "/out' '" + work_ + "/in/book.xlsx' >/dev/null 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
  const auto converted = files_->read("out/book." + format);
  REQUIRE(converted);
  return converted.value();
}

}  // namespace shirube::tests
