// The theme: Mustache layouts, stylesheets, scripts and UI words, read once. The only user of the Mustache library is
// theme.cpp.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "source/file_system.h"
#include "source/source_set.h"

namespace shirube::render::html {

// A tree of values that a layout shows: text is escaped by the layout ({{…}}), html is not ({{{…}}}).
struct LayoutValue {
  std::map<std::string, std::string> texts;
  std::map<std::string, bool> flags;
  std::map<std::string, std::vector<LayoutValue>> lists;
};

class Theme {
 public:
  ~Theme();
  Theme(Theme&&) noexcept;
  Theme& operator=(Theme&&) noexcept;

  // `themes` holds the theme's folder; a file of the same name in `overrides` (may be null) takes its place. Broken
  // layouts and missing words are findings in `sink`; then nothing usable comes back.
  static std::unique_ptr<Theme> load(source::FileSystem& themes, std::string_view folder, source::FileSystem* overrides,
                                     std::string_view overrides_folder, std::string_view language,
                                     source::SourceSet& sources, diagnostic::Sink& sink);

  // Thread-safe.
  std::string render(std::string_view layout, const LayoutValue& value) const;
  // A word of the interface in the site's language.
  const std::string& word(std::string_view key) const;
  // Files to publish under assets/, path to bytes.
  const std::map<std::string, std::string>& assets() const;

 private:
  Theme();
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace shirube::render::html
