// The handbook as one document: for paper, and as one file to send.
#pragma once

#include <string>

#include "render/html/href.h"
#include "render/html/page_tree.h"
#include "render/html/theme.h"

namespace shirube::render::html {

// A larger site has no print.html: no reader prints it, and no browser opens it.
constexpr std::size_t most_printed_pages = 500;

// print.html: cover, contents, every page as a chapter in reading order.
std::string print_edition(const model::CheckedSite& site, const Theme& theme, const PageTree& tree);

// What the single file is made of beside its chapters; whoever makes it has gathered and hashed them.
struct SingleFileParts {
  std::string style;
  std::string style_hash;  // sha256-… as a Content-Security-Policy writes it
  std::string script;
  std::string script_hash;
  std::string files;  // finished HTML: what may be downloaded
};
std::string single_file(const model::CheckedSite& site, const Theme& theme, const PageTree& tree,
                        const FileAddress& address, const SingleFileParts& parts);

}  // namespace shirube::render::html
