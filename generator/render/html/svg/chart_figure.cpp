#include "render/html/svg/chart_figure.h"

#include "render/html/writer.h"

namespace shirube::render::html {
bool shows_chart(std::string_view html) {
  return html.find(R"(<figure class="chart wide")") != std::string_view::npos;
}

std::string assemble_figure(const FigureParts& parts, const Words& words) {
  Writer writer;
  writer.open("figure", {{"class", "chart wide"}, {"id", parts.id}});
  writer.element("figcaption", {{"class", "chart-title"}}, parts.title);
  if (!parts.refusal.empty()) {
    writer.element("p", {{"class", "chart-refusal"}}, parts.refusal);
    writer.html(parts.table);
  } else {
    for (const auto& [css_class, drawing] :
         {std::pair{"chart-frame for-page", &parts.page}, std::pair{"chart-frame for-phone", &parts.phone}}) {
      writer.open("div", {{"class", css_class}, {"role", "group"}, {"aria-label", parts.title}, {"tabindex", "0"}});
      writer.html(*drawing).close();
    }
    writer.open("details", {{"class", "in-words"}}).element("summary", words["in-words"]);
    writer.element("p", parts.sentence).html(parts.table).close();
  }
  writer.close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
