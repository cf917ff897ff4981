// XML as a stream of starts, ends and texts, with limits and without document types. The only user of expat is xml.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "source/result.h"
#include "spreadsheet/read.h"

namespace shirube::spreadsheet {

// The attributes of an element, by their names without a prefix.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  // Empty if there is none.
  std::string_view find(std::string_view name) const;

 private:
  const char** pairs_;
};

// Names come without their prefix.
struct XmlHandlers {
  std::function<void(std::string_view name, const XmlAttributes& attributes)> start;
  std::function<void(std::string_view name)> end;
  std::function<void(std::string_view text)> text;
};

// Failure::Kind::damaged if the part is not well-formed, has a document type, or is over a limit.
source::Result<void> read_xml(std::string_view part, const XmlHandlers& handlers, const ReadLimits& limits);

}  // namespace shirube::spreadsheet
