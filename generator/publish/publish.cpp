#include "publish/publish.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cerrno>
#include <optional>
#include <utility>

#include "graph/parallel.h"
#include "publish/edition.h"
#include "publish/foreign.h"
#include "publish/lock.h"
#include "publish/previous.h"
#include "publish/refusal.h"
#include "publish/removal.h"
#include "publish/sha256.h"
#include "publish/staging.h"

namespace shirube::publish {

using render::OutputFile;
using render::OutputSet;
using source::Failure;
using source::failure_from_errno;
using source::Result;

struct Publication::State {
  Options options;
  Place place;
  std::optional<Lock> lock;  // freed after the staging folder is gone
  std::optional<Staging> staging;
};

namespace {

// What became of one output.
struct Made {
  ManifestFile file;
  bool unchanged = false;  // the last edition has the same bytes; nothing written
  bool edited = false;     // somebody has changed the last edition's file, which goes
  std::optional<Failure> failure;
};

class Build {
 public:
  Build(const Place& place, const Staging& staging, const Edition& last, std::vector<ManifestFile> previous)
      : place_(place), staging_(staging), last_(last), previous_(std::move(previous)) {}

  Result<void> make_all(const OutputSet& outputs, const Options& options);
  Result<void> complete(const Foreign& foreign, const std::string& manifest);

  const std::vector<Made>& made() const { return made_; }
  Manifest manifest() const {
    Manifest manifest;
    for (const Made& made : made_) manifest.files.push_back(made.file);
    manifest.files.insert(manifest.files.end(), previous_.begin(), previous_.end());
    std::sort(manifest.files.begin(), manifest.files.end(),
              [](const ManifestFile& a, const ManifestFile& b) { return a.path < b.path; });
    return manifest;
  }

 private:
  Result<void> make_parent(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return {};
    return make_folders(staging_.tree(), path.substr(0, slash), last_.tree, place_.path());
  }
  // The file of the last edition, if it is one and as large.
  const Entry* last_file(const ManifestFile& file) const {
    const Entry* entry = last_.tree.find(file.path);
    const bool same = entry != nullptr && entry->is_file() && static_cast<std::uint64_t>(entry->status.st_size) == file.bytes;
    return same ? entry : nullptr;
  }
  bool is_unchanged(const ManifestFile& file, const std::string& bytes) const {
    if (last_file(file) == nullptr) return false;
    const auto old = read_below(last_.folder, file.path, file.path);
    return old && old.value() == bytes;
  }
  bool is_edited(const std::string& path) const {
    const Entry* entry = last_.tree.find(path);
    const ManifestFile* ours = last_.manifest.find(path);
    if (entry == nullptr || ours == nullptr) return false;
    const auto as_published = is_as_published(place_, last_, *entry, *ours);
    return as_published && !as_published.value();
  }
  Result<source::Descriptor> create(const std::string& path) const {
    auto file = source::open_below(staging_.tree().get(), path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (!file) return failure_from_errno(errno, place_.path_of(path));
    return file;
  }
  Result<void> write(const std::string& path, const std::string& bytes) {
    auto file = create(path);
    if (!file) return file.failure();
    return source::write_all(std::move(file).value(), bytes, place_.path_of(path));
  }
  Result<void> pour(const OutputFile& output, Made& made) const;
  Made make(const OutputFile& output);

  const Place& place_;
  const Staging& staging_;
  const Edition& last_;
  std::vector<ManifestFile> previous_;
  std::vector<Made> made_;
};

// Into the staging folder first, whatever the last edition has: the bytes are nowhere held as a whole.
Result<void> Build::pour(const OutputFile& output, Made& made) const {
  const std::string shown = place_.path_of(output.path);
  auto file = create(output.path);
  if (!file) return file.failure();
  Sha256 sum;
  auto poured = output.pour([&](std::string_view piece) -> Result<void> {
    sum.add(piece);
    made.file.bytes += piece.size();
    return source::write_piece(file.value(), piece, shown);
  });
  if (!poured) return poured;
  if (auto closed = source::write_all(std::move(file).value(), "", shown); !closed) return closed;
  made.file.sha256 = sum.finish();
  const Entry* old = last_file(made.file);
  if (old == nullptr) return {};
  const auto same = is_as_published(place_, last_, *old, made.file);
  made.unchanged = same && same.value();
  if (made.unchanged && ::unlinkat(staging_.tree().get(), output.path.c_str(), 0) != 0) {
    return failure_from_errno(errno, shown);
  }
  return {};
}

Made Build::make(const OutputFile& output) {
  Made made;
  made.file.path = output.path;
  if (output.versioned) made.file.life = Life::versioned;
  if (output.pour) {
    if (auto poured = pour(output, made); !poured) made.failure = poured.failure();
  } else {
    auto bytes = output.make();
    if (!bytes) {
      made.failure = bytes.failure();
      return made;
    }
    made.file.bytes = bytes.value().size();
    made.file.sha256 = sha256(bytes.value());
    made.unchanged = is_unchanged(made.file, bytes.value());
    if (!made.unchanged) {
      if (auto written = write(output.path, bytes.value()); !written) made.failure = written.failure();
    }
  }
  made.edited = !made.failure && !made.unchanged && is_edited(output.path);
  return made;
}

Result<void> Build::make_all(const OutputSet& outputs, const Options& options) {
  const std::size_t count = outputs.files.size();
  for (const OutputFile& output : outputs.files) {
    if (auto folders = make_parent(output.path); !folders) return folders;
  }
  made_.resize(count);
  std::atomic<bool> failed = false;
  std::atomic<std::size_t> done = 0;
  graph::for_each_index(count, [&](std::size_t i) {
    if (failed) return;
    made_[i] = make(outputs.files[i]);
    if (made_[i].failure) failed = true;
    if (options.progress) options.progress(++done, count);
  });
  for (const Made& made : made_) {
    if (made.failure) return *made.failure;
  }
  return {};
}

Result<void> Build::complete(const Foreign& foreign, const std::string& manifest) {
  std::vector<const Entry*> stay = foreign.files;
  for (const ManifestFile& file : previous_) stay.push_back(last_.tree.find(file.path));
  for (const Made& made : made_) {
    if (made.unchanged) stay.push_back(last_.tree.find(made.file.path));
  }
  for (const Entry* file : stay) {
    if (auto folders = make_parent(file->path); !folders) return folders;
    auto carried = carry(last_.folder, *file, staging_.tree(), place_.path_of(file->path));
    if (!carried) return carried;
  }
  for (const Entry* folder : foreign.empty_folders) {
    auto made = make_folders(staging_.tree(), folder->path, last_.tree, place_.path());
    if (!made) return made;
  }
  if (manifest == last_.manifest_text) {
    return carry(last_.folder, *last_.tree.find(manifest_name), staging_.tree(), place_.path_of(manifest_name));
  }
  return write(manifest_name, manifest);
}

// The new folder has the rights of the last one: somebody may have set them for his web server.
Result<void> adopt_rights(const Place& place, const Staging& staging, const Edition& last) {
  if (!last.folder) return {};
  struct stat status {};
  if (::fstat(last.folder.get(), &status) != 0) return failure_from_errno(errno, place.path());
  [[maybe_unused]] const int given = ::fchown(staging.tree().get(), status.st_uid, status.st_gid);  // root only
  if (::fchmod(staging.tree().get(), status.st_mode & 07777U) != 0) return failure_from_errno(errno, place.path());
  return {};
}

Result<void> check_paths(const Place& place, const OutputSet& outputs) {
  const std::string* before = nullptr;
  for (const OutputFile& output : outputs.files) {
    assert(is_output_path(output.path));
    assert(before == nullptr || *before < output.path);
    before = &output.path;
    if (output.path == manifest_name) {
      return Failure{Failure::Kind::unsupported, place.path_of(manifest_name), reserved_name};
    }
  }
  return {};
}

}  // namespace

Publication::Publication() = default;
Publication::~Publication() = default;
Publication::Publication(Publication&&) noexcept = default;
Publication& Publication::operator=(Publication&&) noexcept = default;

Result<Publication> Publication::open(Options options) {
  auto place = find_place(options.folder);
  if (!place) return place.failure();
  Publication publication;
  publication.state_ = std::make_unique<State>();
  State& state = *publication.state_;
  state.options = std::move(options);
  state.place = std::move(place).value();
  if (const auto presence = look(state.place); !presence) return presence.failure();
  auto lock = Lock::acquire(state.place);
  if (!lock) return lock.failure();
  state.lock.emplace(std::move(lock).value());
  if (auto recovered = recover_last(state.place); !recovered) return recovered.failure();
  remove_leftovers(state.place);
  if (const auto last = read_edition(state.place); !last) return last.failure();
  auto staging = Staging::create(state.place);
  if (!staging) return staging.failure();
  state.staging.emplace(std::move(staging).value());
  return publication;
}

const std::string& Publication::temporary_folder() const {
  return state_->staging->temporary_folder();
}

Result<Summary> Publication::publish(const OutputSet& outputs) && {
  const std::unique_ptr<State> state = std::move(state_);
  const Place& place = state->place;
  Staging& staging = *state->staging;
  if (auto checked = check_paths(place, outputs); !checked) return checked.failure();
  const auto edition = read_edition(place);
  if (!edition) return edition.failure();
  const Edition& last = edition.value();
  const auto foreign = find_foreign(place, last, outputs);
  if (!foreign) return foreign.failure();

  Build build(place, staging, last, find_previous(last, foreign.value(), outputs));
  if (auto made = build.make_all(outputs, state->options); !made) return made.failure();
  Summary summary;
  summary.files = outputs.files.size();
  for (const Made& made : build.made()) ++(made.unchanged ? summary.unchanged : summary.written);
  const Manifest manifest = build.manifest();
  for (const ManifestFile& file : last.manifest.files) {
    const auto is_path = [&](const Entry* entry) { return entry->path == file.path; };
    const bool kept = manifest.find(file.path) != nullptr || last.tree.find(file.path) == nullptr ||
                      std::any_of(foreign.value().files.begin(), foreign.value().files.end(), is_path);
    if (!kept) ++summary.removed;
  }
  summary.foreign = foreign.value().names();
  const std::string text = manifest_text(manifest);
  if (summary.written == 0 && summary.removed == 0 && text == last.manifest_text) return summary;

  if (auto announced = staging.announce(text); !announced) return announced.failure();
  if (auto completed = build.complete(foreign.value(), text); !completed) return completed.failure();
  if (auto adopted = adopt_rights(place, staging, last); !adopted) return adopted.failure();
  std::vector<std::string> edited;
  for (const Made& made : build.made()) {
    if (made.edited) edited.push_back(made.file.path);
  }
  if (!edited.empty() && state->options.replacing) state->options.replacing(edited);
  // One for everything: fsync(2) of every file takes six times as long.
  if (::syncfs(staging.tree().get()) != 0) return failure_from_errno(errno, place.path());
  const auto swapped = swap_in(place, staging.tree_name(), last, state->options.swap);
  if (!swapped) return swapped.failure();
  ::fsync(place.parent.get());  // the new edition is in place, whatever this says

  summary.swapped_by_renames = swapped.value() == Swapped::renamed;
  if (swapped.value() != Swapped::placed) {
    // What cannot be removed now is left to the next run; the edition is published.
    const auto retired = retire(place, summary.swapped_by_renames ? place.last_name() : staging.tree_name());
    if (retired) summary.foreign.insert(summary.foreign.end(), retired.value().begin(), retired.value().end());
    std::sort(summary.foreign.begin(), summary.foreign.end());
  }
  return summary;
}

}  // namespace shirube::publish
