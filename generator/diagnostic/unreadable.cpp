#include "diagnostic/unreadable.h"

#include "diagnostic/reason.h"

namespace shirube::diagnostic {

void report_unreadable(const Failure& failure, Sink& sink) {
  switch (failure.kind) {
    case Failure::Kind::symbolic_link:
      sink.report_at(Kind::symbolic_link, "", {failure.path});
      return;
    case Failure::Kind::not_utf8:
      sink.report_at(Kind::name_encoding, "",
                     {failure.path, failure.detail.empty() ? "" : " (Shift_JIS: " + failure.detail + ")"});
      return;
    case Failure::Kind::not_a_file:
      sink.report_at(Kind::unreadable_file, "",
                     {failure.path, failure.detail.empty() ? std::string(not_a_regular_file) : failure.detail});
      return;
    default:
      sink.report_at(Kind::unreadable_file, "", {failure.path, failure.detail.empty() ? "-" : failure.detail});
  }
}

}  // namespace shirube::diagnostic
