#include "spreadsheet/archive.h"

#include <zip.h>

#include <memory>

#include "source/format.h"

namespace shirube::spreadsheet {

using source::Failure;
using source::Result;

namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

}  // namespace

Result<void> write_archive(const std::string& path, const std::vector<ArchiveFile>& files) {
  constexpr zip_uint16_t first_of_january_1980 = 0x0021;
  constexpr zip_uint32_t plain_file = 0100644U << 16U;
  int code = 0;
  std::unique_ptr<zip_t, Discard> archive(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
  if (!archive) return Failure{Failure::Kind::other, path, source::format("libzip error {}", code)};
  const auto failed = [&] { return Failure{Failure::Kind::other, path, zip_strerror(archive.get())}; };
  for (const ArchiveFile& file : files) {
    zip_source_t* source = file.path.empty() ? zip_source_buffer(archive.get(), file.text.data(), file.text.size(), 0)
                                             : zip_source_file(archive.get(), file.path.c_str(), 0, -1);
    const zip_int64_t added =
        source == nullptr ? -1 : zip_file_add(archive.get(), file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (added < 0) {
      zip_source_free(source);
      return failed();
    }
    const auto index = static_cast<zip_uint64_t>(added);
    if (zip_set_file_compression(archive.get(), index, ZIP_CM_STORE, 0) != 0 ||
        zip_file_set_dostime(archive.get(), index, 0, first_of_january_1980, 0) != 0 ||
        zip_file_set_external_attributes(archive.get(), index, 0, ZIP_OPSYS_UNIX, plain_file) != 0) {
      return failed();
    }
  }
  if (zip_close(archive.get()) != 0) return failed();
  (void)archive.release();
  return {};
}

}  // namespace shirube::spreadsheet
