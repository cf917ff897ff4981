#include "render/html/views/record_table.h"

#include "source/format.h"

namespace shirube::render::html {

void open_record_table(Writer& writer, std::string_view css_class, std::string_view id, std::string_view caption,
                       const std::vector<std::string_view>& columns) {
  writer.open("div", {{"class", "table-frame wide"}, {"role", "group"}, {"aria-labelledby", id}, {"tabindex", "0"}});
  writer.open("table", {{"class", source::format("records {}", css_class)}});
  writer.element("caption", {{"id", id}}, caption);
  writer.open("thead").open("tr");
  for (const std::string_view column : columns) writer.element("th", {{"scope", "col"}}, column);
  writer.close().close().open("tbody");
}

void close_record_table(Writer& writer) {
  writer.close().close().close();
}

void open_record_row(Writer& writer, std::string_view name, model::Origin origin, const Words& words,
                     std::string_view href) {
  writer.open("tr").open("th", {{"scope", "row"}}).open("span", {{"class", "record-title"}});
  if (href.empty()) {
    writer.text(name);
  } else {
    writer.element("a", {{"href", href}}, name);
  }
  writer.close().text(" ");
  origin_badge(writer, origin, words);
}

void origin_badge(Writer& writer, model::Origin origin, const Words& words) {
  if (origin == model::Origin::company) {
    writer.element("span", {{"class", "badge badge-company"}}, words["origin-company"]);
  } else {
    writer.element("span", {{"class", "badge badge-proposal"}}, words["origin-proposal"]);
  }
}

void text_list(Writer& writer, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  writer.open("ul");
  for (const std::string& text : texts) writer.element("li", text);
  writer.close();
}

}  // namespace shirube::render::html
