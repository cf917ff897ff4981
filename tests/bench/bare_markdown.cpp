// The least that a generator has to do: bare_markdown CONTENT OUTPUT BYTES.
// Parses every .md file below CONTENT with cmark-gfm and renders it with the library's own HTML renderer, on all cores,
// and writes it below OUTPUT, padded so that all files together have at least BYTES bytes. No links, no theme, no
// checks. Tables, task lists and footnotes are on; strikethrough and autolink are off, because with them the parser is
// not safe to use from several threads.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::string text(fs::file_size(path), '\0');
  std::ifstream(path, std::ios::binary).read(text.data(), static_cast<std::streamsize>(text.size()));
  return text;
}

std::string_view without_front_matter(std::string_view text) {
  if (!text.starts_with("---\n")) return text;
  const std::size_t end = text.find("\n---\n", 3);
  return end == std::string_view::npos ? text : text.substr(end + 5);
}

std::string to_html(std::string_view markdown) {
  constexpr int options = CMARK_OPT_FOOTNOTES;
  cmark_parser* parser = cmark_parser_new(options);
  for (const char* name : {"table", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  cmark_node* document = cmark_parser_finish(parser);
  char* html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser));
  std::string result = html;
  std::free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t bytes = 0;
  if (argc == 4) {
    const std::string_view text(argv[3]);
    std::from_chars(text.data(), text.data() + text.size(), bytes);
  }
  if (bytes == 0) {
    std::fprintf(stderr, "usage: bare_markdown CONTENT OUTPUT BYTES\n");
    return 2;
  }
  cmark_gfm_core_extensions_ensure_registered();
  const fs::path content = argv[1];
  const fs::path output = argv[2];
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(content)) {
    if (entry.path().extension() != ".md") continue;
    files.push_back(fs::relative(entry.path(), content));
    fs::create_directories(output / files.back().parent_path());
  }
  if (files.empty()) {
    std::fprintf(stderr, "bare_markdown: no .md file below %s\n", content.c_str());
    return 3;
  }
  std::sort(files.begin(), files.end());

  const std::size_t share = bytes / files.size() + 1;
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> written = 0;
  std::atomic<bool> failed = false;
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++) {
      const std::string markdown = read(content / files[i]);
      std::string html = to_html(without_front_matter(markdown));
      if (html.size() < share) html.resize(share, ' ');
      std::ofstream out((output / files[i]).replace_extension(".html"), std::ios::binary);
      out.write(html.data(), static_cast<std::streamsize>(html.size()));
      if (!out.flush()) failed = true;
      written += html.size();
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  if (failed) {
    std::fprintf(stderr, "bare_markdown: could not write below %s\n", output.c_str());
    return 4;
  }
  std::printf("%zu files, %zu bytes\n", files.size(), written.load());
  return 0;
}
