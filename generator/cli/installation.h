// Where our own theme and templates lie: in share/shirube beside the program, wherever it was installed to.
#pragma once

#include <memory>

#include "source/file_system.h"

namespace shirube::cli {

// Holds themes/ and templates/.
source::Result<std::unique_ptr<source::RealFileSystem>> open_installation();

}  // namespace shirube::cli
