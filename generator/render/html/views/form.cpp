#include <algorithm>
#include <string>

#include "render/html/views/record_table.h"
#include "render/html/views/views.h"

namespace shirube::render::html {
namespace {

// What goes to the clipboard: plain text that reads well in a mail or chat.
std::string copy_text(const model::Form& form, const Words& words) {
  std::string text = words.with("form-copy-title", {form.title}) + "\n";
  for (const model::Form::Field& field : form.fields) {
    text += "\n" + words.with("form-copy-field", {field.label}) + "\n";
    if (!field.fixed.empty()) {
      text += field.fixed + "\n";
    } else {
      if (!field.hint.empty()) text += words.with("form-copy-hint", {field.hint}) + "\n";
      text.append(static_cast<std::size_t>(std::clamp<std::int64_t>(field.lines, 1, 40)), '\n');
    }
  }
  return text;
}

void sheet(Writer& writer, const model::Form& form) {
  writer.open("dl", {{"class", "form-sheet"}});
  for (const model::Form::Field& field : form.fields) {
    writer.open("div", {{"class", "form-field"}}).open("dt").text(field.label);
    if (!field.hint.empty()) writer.element("span", {{"class", "note"}}, field.hint);
    writer.close();
    if (!field.fixed.empty()) {
      writer.element("dd", {{"class", "fixed"}}, field.fixed);
    } else {
      writer.open("dd");
      const std::int64_t lines = std::clamp<std::int64_t>(field.lines, 1, 40);
      for (std::int64_t i = 0; i < lines; ++i) writer.open("span", {{"class", "ruled"}}).close();
      writer.close();
    }
    writer.close();
  }
  writer.close();
}

}  // namespace

std::string form(const model::Form& form, const ViewContext& context) {
  const Words& words = context.words;
  Writer writer;
  writer.open("section", {{"class", "paper"}, {"aria-labelledby", context.id}});
  writer.open("div", {{"class", "paper-head"}});
  writer.open("p", {{"class", "paper-title"}, {"id", context.id}}).text(form.title).text(" ");
  origin_badge(writer, form.head.origin, words);
  writer.close();
  writer.element("button",
                 {{"type", "button"},
                  {"class", "button"},
                  {"data-copy", context.id + "-text"},
                  {"data-done", words["copied"]},
                  {"hidden", {}}},
                 words["copy"]);
  writer.close();
  if (!form.note.empty()) writer.element("p", {{"class", "note"}}, form.note);
  sheet(writer, form);
  writer.open("details", {{"class", "as-text"}}).element("summary", words["form-as-text"]);
  writer.element("pre", {{"id", context.id + "-text"}, {"tabindex", "0"}}, copy_text(form, words));
  writer.close().close();
  return std::move(writer).take();
}

}  // namespace shirube::render::html
