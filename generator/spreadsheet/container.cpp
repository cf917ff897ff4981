#include "spreadsheet/container.h"

#include <zip.h>

#include <algorithm>
#include <unordered_map>

#include "source/format.h"

namespace shirube::spreadsheet {

using source::Failure;
using source::Result;

namespace {

struct ArchiveDiscard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct PartClose {
  void operator()(zip_file_t* part) const { zip_fclose(part); }
};

std::string lower(std::string_view name) {
  if (name.starts_with("/")) name.remove_prefix(1);
  std::string folded(name);
  std::transform(folded.begin(), folded.end(), folded.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return folded;
}

Failure damaged(std::string detail) {
  return {Failure::Kind::damaged, "", std::move(detail)};
}
Failure unsupported(std::string detail) {
  return {Failure::Kind::unsupported, "", std::move(detail)};
}

}  // namespace

struct Container::State {
  std::unique_ptr<zip_t, ArchiveDiscard> archive;
  std::unordered_map<std::string, zip_uint64_t> index;
  ReadLimits limits;
  std::size_t total = 0;
};

Container::Container() : state_(std::make_unique<State>()) {}
Container::~Container() = default;
Container::Container(Container&&) noexcept = default;
Container& Container::operator=(Container&&) noexcept = default;

Result<Container> Container::open(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.size() > limits.file_bytes) {
    return damaged(source::format("the file has {} bytes; the limit is {}", bytes.size(), limits.file_bytes));
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return unsupported("the file is password-protected, or an old .xls: remove the password, save it as .xlsx");
  }
  if (bytes.starts_with("<") || bytes.starts_with("\xEF\xBB\xBF<")) {
    return unsupported("the file is a web page or XML, not an .xlsx workbook");
  }
  if (bytes.starts_with("%PDF")) return unsupported("the file is a PDF, not an .xlsx workbook");
  if (!bytes.starts_with("PK")) return unsupported("the file is not an .xlsx workbook");

  Container container;
  container.state_->limits = limits;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* buffer = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (buffer == nullptr) {
    zip_error_fini(&error);
    return damaged("out of memory");
  }
  // CHECKCONS refuses a directory that lies about sizes, and duplicate entries.
  container.state_->archive.reset(zip_open_from_source(buffer, ZIP_RDONLY | ZIP_CHECKCONS, &error));
  if (!container.state_->archive) {
    std::string detail = zip_error_strerror(&error);
    zip_source_free(buffer);
    zip_error_fini(&error);
    return damaged("the container is damaged: " + detail);
  }
  zip_error_fini(&error);
  const zip_int64_t entries = zip_get_num_entries(container.state_->archive.get(), 0);
  if (entries < 0 || static_cast<std::size_t>(entries) > limits.entries) {
    return damaged(source::format("the file has {} parts; the limit is {}", entries, limits.entries));
  }
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(entries); ++i) {
    const char* name = zip_get_name(container.state_->archive.get(), i, ZIP_FL_ENC_RAW);
    if (name == nullptr) return damaged("a part has no name");
    if (!container.state_->index.emplace(lower(name), i).second) return damaged("two parts have the same name");
  }
  return container;
}

bool Container::has(std::string_view part) const {
  return state_->index.contains(lower(part));
}

Result<std::string> Container::read(std::string_view part) {
  const auto found = state_->index.find(lower(part));
  if (found == state_->index.end()) return damaged("part `" + std::string(part) + "` is missing");
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_stat_index(state_->archive.get(), found->second, 0, &status) != 0 || (status.valid & ZIP_STAT_SIZE) == 0) {
    return damaged("part `" + std::string(part) + "` cannot be found in the directory");
  }
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
    return unsupported("the file is encrypted");
  }
  const ReadLimits& limits = state_->limits;
  const bool bomb = status.size > (1U << 20) && status.comp_size > 0 && status.size / status.comp_size > limits.ratio;
  if (bomb || status.size > limits.part_bytes || state_->total + status.size > limits.total_bytes) {
    return damaged(source::format("part `{}` unpacks to {} bytes, over the limit", part, status.size));
  }
  state_->total += status.size;
  const std::unique_ptr<zip_file_t, PartClose> file(zip_fopen_index(state_->archive.get(), found->second, 0));
  if (!file) return damaged("part `" + std::string(part) + "` cannot be opened");
  std::string text(status.size, '\0');
  std::size_t filled = 0;
  while (filled < text.size()) {
    const zip_int64_t got = zip_fread(file.get(), text.data() + filled, text.size() - filled);
    if (got <= 0) return damaged("part `" + std::string(part) + "` is cut off or does not match its sum");
    filled += static_cast<std::size_t>(got);
  }
  // The sum is compared when the end is read.
  char beyond = 0;
  if (zip_fread(file.get(), &beyond, 1) != 0) return damaged("part `" + std::string(part) + "` does not match its sum");
  return text;
}

}  // namespace shirube::spreadsheet
