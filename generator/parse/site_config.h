// site.yaml.
#pragma once

#include "diagnostic/diagnostic.h"
#include "model/site.h"
#include "parse/yaml/yaml.h"

namespace shirube::parse {

model::SiteConfig read_site_config(const YamlNode& file, diagnostic::Sink& sink);

}  // namespace shirube::parse
