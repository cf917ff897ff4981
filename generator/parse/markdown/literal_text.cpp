#include "parse/markdown/literal_text.h"

namespace shirube::parse {

namespace {

constexpr std::int64_t code_indent = 4;

}  // namespace

bool LiteralText::take(const LineShape& shape) {
  starts_item_ = false;
  if (literal_ != Literal::none && go_on(shape)) return true;
  was_fresh_ = fresh_;
  if (shape.is_blank()) {
    fresh_ = true;
    html_ = false;
    return false;
  }
  follow_containers(shape);
  open(shape);
  return false;
}

// False: the line is outside and is to be read.
bool LiteralText::go_on(const LineShape& shape) {
  bool closed = false;
  std::string_view text = shape.text;
  std::int64_t indent = shape.indent - literal_width_;
  switch (literal_) {
    case Literal::comment:
      closed = shape.line.find("-->") != std::string_view::npos;
      break;
    case Literal::quoted_fence: {
      if (!shape.is_quote() || shape.indent >= code_indent) {
        literal_ = Literal::none;
        fresh_ = true;
        return false;
      }
      const LineShape inner(inside_quote(shape.text));
      text = inner.text;
      indent = inner.indent;
      if (inner.line.find('\t') < inner.line.size() - inner.text.size()) {  // its columns depend on what precedes
        literal_ = Literal::none;
        doubt_ = Doubt::for_good;
        return true;
      }
      closed = indent < code_indent && closes_fence(text, fence_sign_, fence_);
      break;
    }
    case Literal::fence:
      if (!shape.is_blank() && indent < 0) {
        literal_ = Literal::none;
        fresh_ = true;
        return false;
      }
      closed = indent < code_indent && closes_fence(text, fence_sign_, fence_);
      break;
    case Literal::none:
      return false;
  }
  if (closed) {
    if (literal_ == Literal::quoted_fence) known_ = false;
    literal_ = Literal::none;
    fresh_ = true;
  }
  return true;
}

void LiteralText::leave_items(std::int64_t indent) {
  while (!widths_.empty() && widths_.back() > indent) widths_.pop_back();
}

// Keeps the list of open items right, or gives it up.
void LiteralText::follow_containers(const LineShape& shape) {
  const bool item = item_marker_size(shape.text) > 0 && !is_thematic_break(shape.text);
  // A number other than 1 starts an item only where no paragraph could take it.
  const bool numbers_on = fresh_ || (item_ && plain_ && !widths_.empty() && shape.indent < widths_.back());
  const bool interrupts = surely_ends_paragraph(shape.line) || shape.is_quote() || (item && numbers_on && is_certain());
  const bool at_margin = shape.indent == 0 && !shape.is_quote();
  if (doubt_ == Doubt::until_outside && at_margin) {
    doubt_ = Doubt::none;
    known_ = false;
  }
  if (at_margin && (fresh_ || interrupts) && is_certain()) {
    widths_.clear();
    known_ = true;
  }
  if (!is_certain()) known_ = false;

  const bool inside = shape.indent >= width();
  std::int64_t depth = width();
  if (known_) {
    std::size_t left = widths_.size();
    while (left > 0 && widths_[left - 1] > shape.indent) --left;
    depth = left == 0 ? 0 : widths_[left - 1];
  }
  const bool is_code_or_text = (known_ ? shape.indent - depth : shape.indent) >= code_indent;
  bool starts = !is_code_or_text && item && (numbers_on || surely_ends_paragraph(shape.line.substr(shape.line.size() - shape.text.size())));
  if (known_) {
    if (is_code_or_text) {
      if (fresh_) leave_items(shape.indent);
    } else if (fresh_ || starts || surely_ends_paragraph(shape.text)) {
      leave_items(shape.indent);
    } else if (!inside && !(shape.is_plain() && plain_)) {
      known_ = false;
    }
  }
  if (!known_ && shape.indent >= code_indent) starts = false;
  starts_item_ = starts && shape.quotes == 0 && is_certain();
  if (starts && known_) {
    if (shape.items == 1 && shape.quotes == 0 && shape.line.find('\t') == std::string_view::npos) {
      widths_.push_back(shape.item_width);
    } else {
      known_ = false;
    }
  }
  // A marker that starts an item where no paragraph is open, and is text where one is.
  if (item && !starts && !is_code_or_text && !(plain_ && inside)) known_ = false;
  const bool is_code = known_ && is_code_or_text && fresh_;
  if (shape.quotes > 0 || (shape.text.starts_with("[^") && !is_code_or_text)) known_ = false;

  const bool plain_rest = LineShape(shape.rest).is_plain();
  item_ = starts_item_ && known_ ? true : item_ && plain_ && !fresh_;
  if (starts) {
    plain_ = plain_rest;
  } else {
    plain_ = shape.is_plain() && ((fresh_ && !is_code_or_text) || (plain_ && !fresh_));
  }
  if (!starts && fresh_) item_ = false;
  fresh_ = is_code || (!is_code_or_text && shape.quotes == 0 && shape.items == 0 &&
                       (is_heading(shape.text) || is_thematic_break(shape.text)));
}

void LiteralText::doubt(const LineShape& shape) {
  const bool held = shape.quotes > 0 || shape.items > 0 || shape.indent >= code_indent || (known_ && !widths_.empty());
  if (doubt_ != Doubt::for_good) doubt_ = held && !html_ ? Doubt::until_outside : Doubt::for_good;
  known_ = false;
}

void LiteralText::open(const LineShape& shape) {
  const std::size_t fence = fence_size(shape.rest);
  const HtmlStart html = html_start(shape.rest);
  if (fence == 0 && html == HtmlStart::none) return;
  const bool bare = shape.quotes == 0 && shape.items == 0;
  const bool own_line = bare || (shape.quotes == 0 && starts_item_ && known_);  // of its innermost item
  const std::int64_t inner = bare ? shape.indent - width() : 0;
  if (known_ && bare && inner >= code_indent) return;  // text, or code
  const bool long_gap = !bare && shape.rest.size() + static_cast<std::size_t>(shape.item_width) < shape.line.size();
  const bool placed = is_certain() && !long_gap && ((known_ && own_line) || (bare && shape.indent == 0));

  if (html == HtmlStart::until_blank) {
    html_ = true;
    known_ = false;
  } else if (html == HtmlStart::endless) {
    doubt(shape);
  } else if (html == HtmlStart::comment) {
    if (placed && width() == 0) {
      if (shape.rest.find("-->") == std::string_view::npos) literal_ = Literal::comment;
      fresh_ = true;
      return;
    }
    doubt(shape);
  } else if (placed) {
    literal_ = Literal::fence;
    literal_width_ = width();
  } else if (is_certain() && shape.quotes == 1 && shape.items == 0 && shape.indent == 0 &&
             LineShape(inside_quote(shape.text)).indent < code_indent && shape.line.find('\t') == std::string_view::npos) {
    literal_ = Literal::quoted_fence;
    literal_width_ = 0;
  } else {
    doubt(shape);
  }
  if (fence > 0) {
    fence_ = fence;
    fence_sign_ = shape.rest[0];
  }
}

}  // namespace shirube::parse
