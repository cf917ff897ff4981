// The theme: Mustache layouts, stylesheets, scripts and UI words, read once. The only user of the Mustache library is
// theme.cpp.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "render/html/words.h"
#include "source/file_system.h"
#include "source/source_set.h"

namespace shirube::render::html {

// A tree of values that a layout shows: {{name}} is escaped, {{{name}}} is finished HTML. Beside them every layout
// knows {{words.…}} and {{assets}}, the folder of the theme's files from the output folder.
struct LayoutValue {
  std::map<std::string, std::string> texts;
  std::map<std::string, bool> flags;
  std::map<std::string, std::vector<LayoutValue>> lists;
};

// Where a theme's files are looked for. A file of the same name in `overrides` takes the place of the theme's.
struct ThemePlace {
  source::FileSystem* themes = nullptr;
  std::string folder;                       // of the theme, in `themes`
  source::FileSystem* overrides = nullptr;  // may be null
  std::string overrides_folder;
};

class Theme {
 public:
  ~Theme();
  Theme(Theme&&) noexcept;
  Theme& operator=(Theme&&) noexcept;

  // `words` is what words/<language>.yaml says. Missing files, broken layouts, unknown names in them and missing words
  // are findings in `sink`; then nothing comes back.
  static std::unique_ptr<Theme> load(const ThemePlace& place, Words::Map words, std::string_view language,
                                     source::SourceSet& sources, diagnostic::Sink& sink);

  // `layout` is page or home. Thread-safe.
  std::string render(std::string_view layout, const LayoutValue& value) const;
  const Words& words() const;
  // Files to publish below asset_folder(): path from there to bytes.
  const std::map<std::string, std::string>& assets() const;
  // assets/<version>. The version changes whenever an asset does, so that a page never meets another edition's files.
  const std::string& asset_folder() const;
  std::string asset_path(std::string_view name) const;  // from the output folder

 private:
  Theme();
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace shirube::render::html
