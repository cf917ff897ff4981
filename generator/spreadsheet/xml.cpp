#include "spreadsheet/xml.h"

#include <expat.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <type_traits>

#include "source/format.h"

namespace shirube::spreadsheet {

using source::Failure;
using source::Result;

namespace {

// Where the parser is: the line (from 1), and the bytes it has consumed. Expat's older functions count in `long`, are
// deprecated where the 64-bit ones exist (Debian 13 since its security updates of 2026), and are all there is on Debian
// 12. CMake checks which.
#ifdef SHIRUBE_EXPAT_64
std::uint64_t current_line(XML_Parser parser) { return static_cast<std::uint64_t>(XML_GetCurrentLineNumber64(parser)); }
std::int64_t current_byte(XML_Parser parser) { return static_cast<std::int64_t>(XML_GetCurrentByteIndex64(parser)); }
#else
std::uint64_t current_line(XML_Parser parser) { return static_cast<std::uint64_t>(XML_GetCurrentLineNumber(parser)); }
std::int64_t current_byte(XML_Parser parser) { return static_cast<std::int64_t>(XML_GetCurrentByteIndex(parser)); }
#endif

struct ParserFree {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

std::string_view local_name(const char* name) {
  const char* colon = std::strrchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

struct Run {
  XML_Parser parser = nullptr;
  const XmlHandlers* handlers = nullptr;
  const ReadLimits* limits = nullptr;
  int depth = 0;
  const char* stopped = nullptr;

  void stop(const char* reason) {
    if (stopped == nullptr) stopped = reason;
    XML_StopParser(parser, XML_FALSE);
  }
};

void on_start(void* data, const char* name, const char** attributes) {
  auto& run = *static_cast<Run*>(data);
  if (++run.depth > run.limits->depth) return run.stop("elements are nested too deep");
  std::size_t bytes = 0;
  for (const char** pair = attributes; *pair != nullptr; ++pair) bytes += std::strlen(*pair);
  if (bytes > run.limits->token_bytes) return run.stop("an element is too long");
  run.handlers->start(local_name(name), XmlAttributes(attributes));
}

void on_end(void* data, const char* name) {
  auto& run = *static_cast<Run*>(data);
  --run.depth;
  run.handlers->end(local_name(name));
}

void on_text(void* data, const char* text, int length) {
  static_cast<Run*>(data)->handlers->text(std::string_view(text, static_cast<std::size_t>(length)));
}

void on_doctype(void* data, const char*, const char*, const char*, int) {
  static_cast<Run*>(data)->stop("document types are refused");
}

}  // namespace

std::string_view XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_name(pair[0]) == name) return pair[1];
  }
  return {};
}

Result<void> read_xml(std::string_view part, const XmlHandlers& handlers, const ReadLimits& limits) {
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserFree> parser(XML_ParserCreate(nullptr));
  if (!parser) return Failure{Failure::Kind::damaged, "", "out of memory"};
  Run run{parser.get(), &handlers, &limits, 0, nullptr};
  XML_SetUserData(parser.get(), &run);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  // In pieces, so that one endless token is noticed before it is buffered whole.
  constexpr std::size_t piece = 1U << 16;
  std::size_t offset = 0;
  do {
    const std::size_t size = std::min(piece, part.size() - offset);
    const bool last = offset + size == part.size();
    if (XML_Parse(parser.get(), part.data() + offset, static_cast<int>(size), last ? 1 : 0) != XML_STATUS_OK) {
      const std::string reason = run.stopped != nullptr ? run.stopped : XML_ErrorString(XML_GetErrorCode(parser.get()));
      return Failure{Failure::Kind::damaged, "",
                     source::format("line {}: {}", current_line(parser.get()), reason)};
    }
    offset += size;
    const auto consumed = static_cast<std::size_t>(std::max<std::int64_t>(0, current_byte(parser.get())));
    if (offset > consumed && offset - consumed > limits.token_bytes) {
      return Failure{Failure::Kind::damaged, "", "an element is too long"};
    }
  } while (offset < part.size());
  return {};
}

}  // namespace shirube::spreadsheet
