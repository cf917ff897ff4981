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
  auto tree = scan(edition.folder, place.path());
  if (!tree) return tree.failure();
  edition.tree = std::move(tree).value();
  if (edition.tree.entries.empty()) return edition;
  const Failure refusal{Failure::Kind::unsupported, place.path(), not_ours};
  const Entry* manifest = edition.tree.find(manifest_name);
  if (manifest == nullptr || !manifest->is_file()) return refusal;
  auto text = read_below(edition.folder, manifest_name, place.path_of(manifest_name));
  if (!text) return text.failure();
  auto parsed = parse_manifest(text.value());
  if (!parsed) return refusal;
  edition.manifest = *std::move(parsed);
  edition.manifest_text = std::move(text).value();
  return edition;
}

}  // namespace shirube::publish
