#include "publish/refusal.h"

#include <string>
#include <string_view>

namespace shirube::publish {

namespace {

using diagnostic::Kind;
using source::Failure;

struct Row {
  Failure::Kind failure;
  std::string_view detail;  // empty: any
  Kind kind;
};

constexpr Row rows[] = {
    {Failure::Kind::disk_full, "", Kind::disk_full},
    {Failure::Kind::busy, "", Kind::output_busy},
    {Failure::Kind::symbolic_link, "", Kind::output_no_folder},
    {Failure::Kind::not_a_directory, "", Kind::output_no_folder},
    {Failure::Kind::unsupported, nameless_folder, Kind::output_nameless},
    {Failure::Kind::unsupported, mount_point, Kind::output_mount_point},
    {Failure::Kind::unsupported, not_ours, Kind::output_not_ours},
    {Failure::Kind::unsupported, taken_by_foreign, Kind::output_taken},
    {Failure::Kind::unsupported, reserved_name, Kind::output_reserved},
};

}  // namespace

void report(const Failure& failure, diagnostic::Sink& sink) {
  const std::string detail = failure.detail.empty() ? "-" : failure.detail;
  for (const Row& row : rows) {
    if (row.failure == failure.kind && (row.detail.empty() || row.detail == failure.detail)) {
      sink.report_at(row.kind, "", {failure.path, detail});
      return;
    }
  }
  sink.report_at(Kind::output_failed, "", {failure.path, detail});
}

}  // namespace shirube::publish
