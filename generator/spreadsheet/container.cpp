#include "spreadsheet/container.h"

#include <zip.h>

#include <algorithm>
#include <unordered_map>

#include "source/format.h"

namespace shirube::spreadsheet {

using source::Failure;
using source::Result;

namespace {

constexpr zip_uint32_t compression_level = 2;  // 1 and 9 differ by a tenth in size, tenfold in time

struct ArchiveDiscard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct PartClose {
  void operator()(zip_file_t* part) const { zip_fclose(part); }
};

struct SourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

// An archive in memory; `bytes` stays readable when the archive has been closed.
struct Archive {
  std::unique_ptr<zip_source_t, SourceFree> bytes;
  std::unique_ptr<zip_t, ArchiveDiscard> archive;

  bool open(const void* data, std::size_t size, int flags, zip_error_t& error) {
    bytes.reset(zip_source_buffer_create(data, size, 0, &error));
    if (!bytes) return false;
    archive.reset(zip_open_from_source(bytes.get(), flags, &error));
    if (archive) zip_source_keep(bytes.get());  // the archive has taken the first hold
    return archive != nullptr;
  }
};

// A part of `from` as it is compressed there.
zip_source_t* compressed_part(zip_t* to, zip_t* from, zip_uint64_t index) {
#if LIBZIP_VERSION_MAJOR > 1 || LIBZIP_VERSION_MINOR >= 10
  return zip_source_zip_file(to, from, index, ZIP_FL_COMPRESSED, 0, -1, nullptr);
#else
  return zip_source_zip(to, from, index, ZIP_FL_COMPRESSED, 0, -1);
#endif
}

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

std::vector<PartEntry> Container::parts() const {
  std::vector<PartEntry> parts;
  const zip_int64_t entries = zip_get_num_entries(state_->archive.get(), 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat_index(state_->archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW, &status) != 0) continue;
    parts.push_back({status.name, status.size, status.crc});
  }
  return parts;
}

Result<std::string> replace_parts(std::string_view container, const std::map<std::string, std::string>& texts) {
  constexpr zip_uint16_t first_of_january_1980 = 0x0021;  // in DOS notation; the library's own workbooks have it
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_error_t, decltype(&zip_error_fini)> error_end(&error, &zip_error_fini);
  const auto failed = [&error] { return damaged(std::string("the container: ") + zip_error_strerror(&error)); };
  // Into a second archive: changed in place, libzip 1.7 frees bytes that are not its own.
  Archive from;
  if (!from.open(container.data(), container.size(), ZIP_RDONLY, error)) return failed();
  Archive to;
  if (!to.open(nullptr, 0, ZIP_CREATE | ZIP_TRUNCATE, error)) return failed();
  std::size_t replaced = 0;
  const zip_int64_t entries = zip_get_num_entries(from.archive.get(), 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    const auto at = static_cast<zip_uint64_t>(i);
    const std::string name = zip_get_name(from.archive.get(), at, ZIP_FL_ENC_RAW);
    const auto text = texts.find(name);
    const bool carried = text == texts.end();
    zip_source_t* part = carried ? compressed_part(to.archive.get(), from.archive.get(), at)
                                 : zip_source_buffer(to.archive.get(), text->second.data(), text->second.size(), 0);
    const zip_int64_t added =
        part == nullptr ? -1 : zip_file_add(to.archive.get(), name.c_str(), part, ZIP_FL_ENC_UTF_8);
    if (added < 0) {
      zip_source_free(part);
      return damaged("part `" + name + "` cannot be carried over");
    }
    const auto index = static_cast<zip_uint64_t>(added);
    if (zip_file_set_dostime(to.archive.get(), index, 0, first_of_january_1980, 0) != 0 ||
        (!carried && zip_set_file_compression(to.archive.get(), index, ZIP_CM_DEFLATE, compression_level) != 0)) {
      return damaged("part `" + name + "` cannot be replaced");
    }
    replaced += carried ? 0 : 1;
  }
  if (replaced != texts.size()) return damaged("a part to replace is missing");
  if (zip_close(to.archive.get()) != 0) {
    return damaged(source::format("the container cannot be written: {}", zip_strerror(to.archive.get())));
  }
  (void)to.archive.release();
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_source_stat(to.bytes.get(), &status) != 0 || zip_source_open(to.bytes.get()) != 0) {
    return damaged("the container cannot be read back");
  }
  std::string bytes(status.size, '\0');
  const zip_int64_t got = zip_source_read(to.bytes.get(), bytes.data(), bytes.size());
  zip_source_close(to.bytes.get());
  if (got < 0 || static_cast<std::size_t>(got) != bytes.size()) return damaged("the container cannot be read back");
  return bytes;
}

}  // namespace shirube::spreadsheet
