// The records of released templates: templates/versions/<id>-<version>.json. Returned sheets are read by them.
#pragma once

#include <optional>
#include <string>

#include "cli/load.h"
#include "model/assembly.h"

namespace shirube::cli {

std::string record_path(const std::string& id, const std::string& version);
// Nothing if the text is not a record.
std::optional<model::RecordedTemplate> read_record(std::string path, const std::string& text);
// All records of that template; what is not one is reported. `replaced`, a path, is about to be rewritten: it may be
// damaged, and is not read.
void read_template_records(source::FileSystem& files, const std::string& id, const std::string& replaced,
                           model::Parts& parts, Session& session);

}  // namespace shirube::cli
