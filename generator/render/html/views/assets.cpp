#include "render/html/views/chosen_records.h"
#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {

std::string assets(const model::AssetsView& view, const model::Records& records, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  open_record_table(writer, "asset-table", context.id, words["assets"],
                    {words["asset"], words["asset-use"], words["asset-shown"]});
  for_each_chosen(records.assets, view.ids, [&](const model::Asset& asset) {
    open_record_row(writer, asset.name, asset.head.origin, words);
    writer.close().element("td", asset.use).open("td");
    text_list(writer, asset.shown);
    if (!asset.safeguard.empty()) writer.element("span", {{"class", "note"}}, asset.safeguard);
    writer.close().close();
  });
  close_record_table(writer);
  return std::move(writer).take();
}

}  // namespace shirube::render::html
