#include "render/html/theme.h"

#include <kainjow/mustache.hpp>

#include <mutex>

#include "diagnostic/unreadable.h"
#include "render/html/layout_source.h"
#include "render/html/markup.h"
#include "render/html/page_values.h"
#include "render/html/style_sheet.h"
#include "source/discovery.h"
#include "source/fingerprint.h"

namespace shirube::render::html {
namespace {

using diagnostic::Kind;
using kainjow::mustache::data;
using kainjow::mustache::mustache;

data to_data(const LayoutValue& value) {
  data object(data::type::object);
  // An empty text counts as none, so that a layout can test for it with {{#name}}.
  for (const auto& [name, text] : value.texts) {
    if (!text.empty()) object.set(name, data(text));
  }
  for (const auto& [name, flag] : value.flags)
    object.set(name, data(flag ? data::type::bool_true : data::type::bool_false));
  for (const auto& [name, items] : value.lists) {
    data list(data::type::list);
    for (const LayoutValue& item : items) list.push_back(to_data(item));
    object.set(name, std::move(list));
  }
  return object;
}

// The library's templates may not be rendered by two threads at once, so each thread borrows its own copy.
class Layout {
 public:
  explicit Layout(std::string text) : text_(std::move(text)) {}

  std::string render(kainjow::mustache::context<std::string>& values) {
    std::unique_ptr<mustache> copy = borrow();
    std::ostringstream out;
    copy->render(values, out);
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(copy));
    return std::move(out).str();
  }

 private:
  std::unique_ptr<mustache> borrow() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        std::unique_ptr<mustache> copy = std::move(idle_.back());
        idle_.pop_back();
        return copy;
      }
    }
    auto copy = std::make_unique<mustache>(text_);
    copy->set_custom_escape([](const std::string& text) { return escape(text); });
    return copy;
  }

  std::string text_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<mustache>> idle_;
};

std::string join(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty()) path += '/';
  path += name;
  return path;
}

// The file in the overrides, else the theme's own.
source::Result<std::string> read_file(const ThemePlace& place, const std::string& name, std::string& path) {
  if (place.overrides != nullptr) {
    path = join(place.overrides_folder, name);
    source::Result<std::string> text = place.overrides->read(path);
    if (text || text.failure().kind != source::Failure::Kind::not_found) return text;
  }
  path = join(place.folder, name);
  return place.themes->read(path);
}

void report(const source::Failure& failure, const std::string& name, const std::string& path,
            source::SourceRange asked_by, diagnostic::Sink& sink) {
  if (failure.kind == source::Failure::Kind::not_found) {
    if (asked_by) {
      sink.report(Kind::theme_missing_file, asked_by, {name});
    } else {
      sink.report_at(Kind::theme_missing_file, path, {name});
    }
  } else {
    diagnostic::report_unreadable(failure, sink);
  }
}

// The names below `folder`, without it. What cannot be listed, a link and a pipe would be silently missing.
std::vector<std::string> list_below(source::FileSystem& files, const std::string& folder, diagnostic::Sink& sink) {
  source::Discovery found = source::discover(files, folder, {});
  for (const source::Failure& failure : found.failures) diagnostic::report_unreadable(failure, sink);
  for (std::string& name : found.files) name.erase(0, folder.size() + 1);
  return std::move(found.files);
}

std::map<std::string, std::string> read_assets(const ThemePlace& place, diagnostic::Sink& sink) {
  static const std::string folder = "assets";
  const std::string own = join(place.folder, folder);
  std::vector<std::string> names = list_below(*place.themes, own, sink);
  if (names.empty() && sink.empty()) sink.report_at(Kind::theme_missing_file, own, {own});
  if (place.overrides != nullptr) {
    const std::vector<std::string> theirs = list_below(*place.overrides, join(place.overrides_folder, folder), sink);
    names.insert(names.end(), theirs.begin(), theirs.end());
  }
  std::map<std::string, std::string> assets;
  for (const std::string& name : names) {
    if (assets.contains(name)) continue;
    std::string path;
    source::Result<std::string> bytes = read_file(place, folder + "/" + name, path);
    if (bytes) {
      const bool style = name.ends_with(".css");
      assets.emplace(name, style ? compact_style(bytes.value()) : std::move(bytes).value());
    } else {
      report(bytes.failure(), name, path, {}, sink);
    }
  }
  return assets;
}

}  // namespace

struct Theme::Parts {
  explicit Parts(Words::Map map) : words(std::move(map)) {}

  Words words;
  std::map<std::string, std::unique_ptr<Layout>, std::less<>> layouts;
  std::map<std::string, std::string> assets;
  std::string asset_folder;
};

Theme::Theme() = default;
Theme::~Theme() = default;
Theme::Theme(Theme&&) noexcept = default;
Theme& Theme::operator=(Theme&&) noexcept = default;

std::unique_ptr<Theme> Theme::load(const ThemePlace& place, Words::Map words, std::string_view language,
                                   source::SourceSet& sources, diagnostic::Sink& sink) {
  diagnostic::Sink found;
  const std::string words_file = "words/" + std::string(language) + ".yaml";
  for (const std::string_view key : missing_words(words)) {
    found.report_at(Kind::theme_missing_word, join(place.folder, words_file), {std::string(key), words_file});
  }

  std::unique_ptr<Theme> theme(new Theme);
  theme->parts_ = std::make_unique<Parts>(std::move(words));
  Parts& parts = *theme->parts_;

  std::map<std::string, source::FileId> read_before;
  const LayoutReader read = [&](const std::string& name,
                                source::SourceRange asked_by) -> std::optional<source::FileId> {
    if (const auto known = read_before.find(name); known != read_before.end()) return known->second;
    const std::string file = "layouts/" + name + ".html";
    std::string path;
    source::Result<std::string> text = read_file(place, file, path);
    if (!text) {
      report(text.failure(), file, path, asked_by, found);
      return std::nullopt;
    }
    return read_before.emplace(name, sources.add(path, std::move(text).value())).first->second;
  };
  parts.assets = read_assets(place, found);
  std::string all_assets;
  for (const auto& [name, bytes] : parts.assets) all_assets += name + '\0' + source::fingerprint_text(bytes);
  parts.asset_folder = "assets/" + source::fingerprint_text(all_assets).substr(0, 8);

  LayoutNames names{layout_value_names(), {{"assets", parts.asset_folder}}};
  for (const std::string_view key : word_keys()) {
    const auto word = parts.words.all().find(key);
    names.constants["words." + std::string(key)] = word == parts.words.all().end() ? std::string() : word->second;
  }
  for (const std::string_view name : layout_names()) {
    if (auto text = assemble_layout(std::string(name), read, names, sources, found)) {
      parts.layouts.emplace(name, std::make_unique<Layout>(std::move(*text)));
    }
  }

  const bool broken = found.has_errors();
  sink.merge(std::move(found));
  return broken ? nullptr : std::move(theme);
}

std::string Theme::render(std::string_view layout, const LayoutValue& value) const {
  const data own = to_data(value);
  kainjow::mustache::context<std::string> values(&own);
  return parts_->layouts.find(layout)->second->render(values);
}

const Words& Theme::words() const {
  return parts_->words;
}
const std::map<std::string, std::string>& Theme::assets() const {
  return parts_->assets;
}
const std::string& Theme::asset_folder() const {
  return parts_->asset_folder;
}
std::string Theme::asset_path(std::string_view name) const {
  return parts_->asset_folder + "/" + std::string(name);
}

}  // namespace shirube::render::html
