#include "writers/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <utility>

namespace writers {
namespace {

constexpr zip_uint16_t first_dos_date = (1U << 5U) | 1U;  // year 1980, month 1, day 1
constexpr std::string_view mimetype = "mimetype";

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct Close {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Handle = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Free>;

std::optional<std::string> content_of(zip_t* archive, zip_uint64_t index, zip_uint64_t size) {
  const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(archive, index, 0));
  if (!file) return std::nullopt;
  std::string content(size, '\0');
  const zip_int64_t count = zip_fread(file.get(), content.data(), size);
  if (count < 0 || static_cast<zip_uint64_t>(count) != size) return std::nullopt;
  return content;
}

int rank(const ArchiveEntry& entry) {
  if (entry.name == mimetype) return 0;
  return entry.name == "[Content_Types].xml" ? 1 : 2;
}

[[noreturn]] void fail() { throw std::runtime_error("libzip refused to write an archive"); }

void add(zip_t* archive, const ArchiveEntry& entry) {
  // The content is not copied: `entry` outlives zip_close.
  zip_source_t* source = zip_source_buffer(archive, entry.content.data(), entry.content.size(), 0);
  if (source == nullptr) fail();
  const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail();
  }
  const auto at = static_cast<zip_uint64_t>(index);
  const zip_int32_t method = entry.name == mimetype ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  if (zip_set_file_compression(archive, at, method, 0) != 0 ||
      zip_file_set_dostime(archive, at, 0, first_dos_date, 0) != 0 ||
      zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) != 0) {
    fail();
  }
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t status;
  if (zip_source_stat(source, &status) != 0 || zip_source_open(source) != 0) fail();
  std::string bytes(status.size, '\0');
  const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (count < 0 || static_cast<std::size_t>(count) != bytes.size()) fail();
  return bytes;
}

}  // namespace

std::optional<Archive> unzip(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;  // for libzip, an archive to be
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return std::nullopt;
  const Handle archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
  if (!archive) {
    zip_source_free(source);
    return std::nullopt;
  }
  Archive result;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t status;
    if (zip_stat_index(archive.get(), i, 0, &status) != 0) return std::nullopt;
    const std::string name = status.name;
    if (!name.empty() && name.back() == '/') continue;
    auto content = content_of(archive.get(), i, status.size);
    if (!content) return std::nullopt;
    result.push_back({name, std::move(*content)});
  }
  return result;
}

std::string zip(Archive entries) {
  std::sort(entries.begin(), entries.end(), [](const ArchiveEntry& a, const ArchiveEntry& b) {
    return std::pair(rank(a), std::string_view(a.name)) <
           std::pair(rank(b), std::string_view(b.name));
  });
  const Source target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!target) fail();
  zip_source_keep(target.get());  // one reference goes to the archive, ours reads the result
  Handle archive(zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
  if (!archive) {
    zip_source_free(target.get());
    fail();
  }
  for (const ArchiveEntry& entry : entries) add(archive.get(), entry);
  if (zip_close(archive.get()) != 0) fail();
  (void)archive.release();
  return bytes_of(target.get());
}

std::string* find_entry(Archive& archive, std::string_view name) {
  for (ArchiveEntry& entry : archive) {
    if (entry.name == name) return &entry.content;
  }
  return nullptr;
}

}  // namespace writers
