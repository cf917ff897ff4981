#include "publish/edition.h"

#include <fcntl.h>

#include <cerrno>

#include "publish/refusal.h"

namespace shirube::publish {

using source::Failure;
using source::Result;

Result<Edition> read_edition(const Place& place) {
  Edition edition;
  const auto presence = look(place);
  if (!presence) return presence.failure();
  if (presence.value() == Presence::absent) return edition;
  edition.folder = source::open_below(place.parent.get(), place.name, O_RDONLY | O_DIRECTORY);
  if (!edition.folder) return source::failure_from_errno(errno, place.path());
  // Nothing else in the folder is looked at before the manifest says that it is ours.
  const Failure refusal{Failure::Kind::unsupported, place.path(), not_ours};
  auto text = read_below(edition.folder, manifest_name, place.path_of(manifest_name));
  if (!text) {
    using Kind = Failure::Kind;
    const Kind why = text.failure().kind;
    if (why == Kind::symbolic_link || why == Kind::not_a_file) return refusal;
    if (why != Kind::not_found) return text.failure();
    const auto empty = is_empty(edition.folder, place.path());
    if (!empty) return empty.failure();
    if (!empty.value()) return refusal;
    return edition;
  }
  auto parsed = parse_manifest(text.value());
  if (!parsed) return refusal;
  auto tree = scan(edition.folder, place.path());
  if (!tree) return tree.failure();
  edition.tree = std::move(tree).value();
  edition.manifest = *std::move(parsed);
  edition.manifest_text = std::move(text).value();
  return edition;
}

}  // namespace shirube::publish
