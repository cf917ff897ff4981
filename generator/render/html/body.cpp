#include "render/html/body.h"

#include <string_view>
#include <utility>

#include "render/html/markup.h"
#include "render/html/phrases.h"

namespace shirube::render::html {

namespace {

constexpr std::array<std::string_view, 5> alert_classes = {"note", "tip", "important", "warning", "caution"};

bool is_external(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

class Writer {
 public:
  Writer(const BodyContext& context, std::string& out) : context_(context), out_(out) {}

  void write(const model::Document& document) {
    write(document.blocks, false);
    if (document.footnotes.empty()) return;
    out_ += "<section class=\"footnotes\"";
    append_attribute(out_, "aria-label", context_.words.footnotes);
    out_ += ">\n<ol>\n";
    for (const model::Footnote& note : document.footnotes) write(note);
    out_ += "</ol>\n</section>\n";
  }

  void write(const model::Inlines& inlines) {
    for (const model::Inline& each : inlines) {
      std::visit([this](const auto& value) { visit(value); }, each.value);
    }
  }

 private:
  // `tight`: paragraphs of a tight list have no <p>.
  void write(const model::Blocks& blocks, bool tight) {
    for (const model::Block& block : blocks) {
      if (const auto* paragraph = std::get_if<model::Paragraph>(&block.value); tight && paragraph != nullptr) {
        write(paragraph->children);
        continue;
      }
      start_line();
      std::visit([this](const auto& value) { visit(value); }, block.value);
    }
  }

  std::string id(std::string_view part) const { return context_.id ? context_.id(part) : std::string(part); }

  void start_line() {
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }

  void write(const model::Footnote& note) {
    const std::string number = std::to_string(note.number);
    out_ += "<li id=\"" + id("fn-" + number) + "\">\n";
    // The way back is in the last paragraph, where the eye ends.
    const bool in_paragraph =
        !note.children.empty() && std::holds_alternative<model::Paragraph>(note.children.back().value);
    write(note.children, false);
    if (in_paragraph) {
      out_.resize(out_.size() - std::string_view("</p>\n").size());
    }
    for (std::uint32_t i = 1; i <= note.references; ++i) {
      out_ += " <a href=\"#" + encode_url(id("fnref-" + number));
      if (i > 1) out_ += "-" + std::to_string(i);
      out_ += "\" class=\"footnote-back\"";
      append_attribute(out_, "aria-label", context_.words.back_to_text);
      out_ += ">↩";
      if (i > 1) out_ += "<sup>" + std::to_string(i) + "</sup>";
      out_ += "</a>";
    }
    out_ += in_paragraph ? "</p>\n" : "\n";
    out_ += "</li>\n";
  }

  void visit(const model::Heading& heading) {
    const char level = static_cast<char>('0' + heading.level);
    out_ += "<h";
    out_ += level;
    if (!heading.id.empty()) append_attribute(out_, "id", id(heading.id));
    out_ += '>';
    in_heading_ = context_.in_site;
    write(heading.children);
    in_heading_ = false;
    if (context_.in_site && !heading.id.empty()) {
      out_ += " <a class=\"permalink\"";
      append_attribute(out_, "href", "#" + encode_url(id(heading.id)));
      append_attribute(out_, "aria-label", context_.words.permalink);
      out_ += ">#</a>";
    }
    out_ += "</h";
    out_ += level;
    out_ += ">\n";
  }

  void visit(const model::Paragraph& paragraph) {
    out_ += "<p>";
    write(paragraph.children);
    out_ += "</p>\n";
  }

  void visit(const model::BlockQuote& quote) {
    out_ += "<blockquote>\n";
    write(quote.children, false);
    start_line();
    out_ += "</blockquote>\n";
  }

  void visit(const model::Alert& alert) {
    const auto kind = static_cast<std::size_t>(alert.kind);
    out_ += "<div class=\"alert alert-";
    out_ += alert_classes[kind];
    out_ += "\" role=\"note\">\n<p class=\"alert-title\">";
    append_escaped(out_, context_.words.alerts[kind]);
    out_ += "</p>\n";
    write(alert.children, false);
    start_line();
    out_ += "</div>\n";
  }

  void visit(const model::Details& details) {
    out_ += context_.open_details ? "<details class=\"fold\" open=\"\">\n<summary>" : "<details class=\"fold\">\n<summary>";
    append_escaped(out_, details.summary.value);
    out_ += "</summary>\n";
    write(details.children, false);
    start_line();
    out_ += "</details>\n";
  }

  void visit(const model::List& list) {
    if (!list.ordered) {
      out_ += "<ul>\n";
    } else if (list.start == 1) {
      out_ += "<ol>\n";
    } else {
      out_ += "<ol start=\"" + std::to_string(list.start) + "\">\n";
    }
    for (const model::ListItem& item : list.items) {
      start_line();
      out_ += context_.in_site && item.checked ? "<li class=\"task\">" : "<li>";
      const auto* first = item.children.empty() ? nullptr : std::get_if<model::Paragraph>(&item.children.front().value);
      if (item.checked && first != nullptr && !list.tight) {
        start_line();
        out_ += "<p>";
        write_box(*item.checked);
        write(first->children);
        out_ += "</p>\n";
        for (std::size_t i = 1; i < item.children.size(); ++i) write_block(item.children[i]);
      } else {
        if (item.checked) write_box(*item.checked);
        write(item.children, list.tight);
      }
      out_ += "</li>\n";
    }
    out_ += list.ordered ? "</ol>\n" : "</ul>\n";
  }

  void write_block(const model::Block& block) {
    start_line();
    std::visit([this](const auto& value) { visit(value); }, block.value);
  }

  void write_box(bool checked) {
    out_ +=
        checked ? "<input checked=\"\" disabled=\"\" type=\"checkbox\"> " : "<input disabled=\"\" type=\"checkbox\"> ";
  }

  void visit(const model::CodeBlock& code) {
    const std::string_view language = std::string_view(code.info).substr(0, code.info.find_first_of(" \t"));
    out_ += "<pre><code";
    if (!language.empty()) append_attribute(out_, "class", "language-" + std::string(language));
    out_ += '>';
    append_escaped(out_, code.text);
    out_ += "</code></pre>\n";
  }

  void visit(const model::Table& table) {
    if (context_.in_site) {
      out_ += "<div class=\"table-frame\" tabindex=\"0\" role=\"group\"";
      append_attribute(out_, "aria-label", context_.words.table);
      out_ += ">\n";
    }
    out_ += "<table>\n<thead>\n";
    write_row(table, table.header, "th");
    out_ += "</thead>\n";
    if (!table.rows.empty()) {
      out_ += "<tbody>\n";
      for (const auto& row : table.rows) write_row(table, row, "td");
      out_ += "</tbody>\n";
    }
    out_ += "</table>\n";
    if (context_.in_site) out_ += "</div>\n";
  }

  void write_row(const model::Table& table, const std::vector<model::TableCell>& cells, std::string_view element) {
    out_ += "<tr>\n";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      out_ += '<';
      out_ += element;
      if (context_.in_site && element == "th") out_ += " scope=\"col\"";
      write_alignment(table.alignments[i]);
      out_ += '>';
      write(cells[i].children);
      out_ += "</";
      out_ += element;
      out_ += ">\n";
    }
    out_ += "</tr>\n";
  }

  // The specification's examples have the attribute that HTML has given up; a site's pages have a class.
  void write_alignment(model::Alignment alignment) {
    if (alignment == model::Alignment::none) return;
    const std::string_view side = alignment == model::Alignment::left     ? "left"
                                  : alignment == model::Alignment::centre ? "center"
                                                                          : "right";
    append_attribute(out_, context_.in_site ? "class" : "align",
                     context_.in_site ? "to-" + std::string(side) : std::string(side));
  }

  void visit(const model::ThematicBreak&) { out_ += "<hr />\n"; }

  void visit(const model::RawBlock& raw) {
    out_ += raw.html;
    start_line();
  }

  void visit(const model::Directive& directive) {
    if (context_.directive) {
      out_ += context_.directive(directive);
      start_line();
      return;
    }
    out_ += "<div class=\"directive\">{";
    append_escaped(out_, directive.name);
    out_ += "}</div>\n";
  }

  void visit(const model::Text& text) {
    if (in_heading_) {
      out_ += with_phrase_breaks(text.text);
    } else {
      append_escaped(out_, text.text);
    }
  }
  void visit(const model::SoftBreak& line_end) {
    if (!line_end.joins) out_ += '\n';
  }
  void visit(const model::LineBreak&) { out_ += "<br />\n"; }
  void visit(const model::Code& code) {
    out_ += "<code>";
    append_escaped(out_, code.text);
    out_ += "</code>";
  }
  void visit(const model::Ruby& ruby) {
    out_ += "<ruby>";
    append_escaped(out_, ruby.base);
    out_ += "<rp>（</rp><rt>";
    append_escaped(out_, ruby.reading);
    out_ += "</rt><rp>）</rp></ruby>";
  }
  void visit(const model::Emphasis& emphasis) { wrap("em", emphasis.children); }
  void visit(const model::Strong& strong) { wrap("strong", strong.children); }
  void visit(const model::Strikethrough& strikethrough) { wrap("del", strikethrough.children); }

  void wrap(std::string_view element, const model::Inlines& children) {
    out_ += '<';
    out_ += element;
    out_ += '>';
    write(children);
    out_ += "</";
    out_ += element;
    out_ += '>';
  }

  std::string href(model::ReferenceId id, const std::string& destination) const {
    return context_.href ? context_.href(id) : encode_url(destination);
  }

  void visit(const model::Link& link) {
    const std::string url = href(link.id, link.destination);
    // Its page waits for approval: the words stay, the way there does not.
    if (url.empty() && context_.in_site) {
      write(link.children);
      return;
    }
    out_ += "<a";
    append_attribute(out_, "href", url);
    if (!link.title.empty()) append_attribute(out_, "title", link.title);
    if (context_.in_site && is_external(url)) out_ += " rel=\"noopener\"";
    out_ += '>';
    write(link.children);
    out_ += "</a>";
  }

  void visit(const model::Image& image) {
    out_ += "<img";
    append_attribute(out_, "src", href(image.id, image.destination));
    append_attribute(out_, "alt", model::plain_text(image.children));
    if (!image.title.empty()) append_attribute(out_, "title", image.title);
    if (const auto size = context_.picture_size ? context_.picture_size(image.id) : std::nullopt) {
      append_attribute(out_, "width", std::to_string(size->width));
      append_attribute(out_, "height", std::to_string(size->height));
    }
    if (context_.in_site) out_ += " loading=\"lazy\"";
    out_ += " />";
  }

  void visit(const model::Role& role) {
    if (context_.role) {
      out_ += context_.role(role);
    } else {
      append_escaped(out_, role.argument);
    }
  }

  void visit(const model::FootnoteReference& reference) {
    const std::string number = std::to_string(reference.number);
    out_ +=
        "<sup class=\"footnote-ref\"><a href=\"#" + encode_url(id("fn-" + number)) + "\" id=\"" + id("fnref-" + number);
    if (reference.occurrence > 1) out_ += "-" + std::to_string(reference.occurrence);
    out_ += "\">" + number + "</a></sup>";
  }

  void visit(const model::RawInline& raw) { out_ += raw.html; }

  const BodyContext& context_;
  std::string& out_;
  bool in_heading_ = false;
};

}  // namespace

std::string render_body(const model::Document& document, const BodyContext& context) {
  std::string out;
  Writer(context, out).write(document);
  return out;
}

std::string render_inlines(const model::Inlines& inlines, const BodyContext& context) {
  std::string out;
  Writer(context, out).write(inlines);
  return out;
}

}  // namespace shirube::render::html
