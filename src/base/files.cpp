#include "base/files.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/disk.hpp"
#include "base/text.hpp"

namespace base {
namespace {

std::string with_slash(std::string_view folder) {
  std::string prefix(folder);
  if (!prefix.empty() && prefix.back() != '/') prefix += '/';
  return prefix;
}

bool climbs(std::string_view path) {
  for (const std::string& part : split(path, '/')) {
    if (part == "..") return true;
  }
  return false;
}

std::vector<std::string> names_in(const std::string& folder, bool want_folders) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    const bool matches = want_folders ? it->is_directory(error) : it->is_regular_file(error);
    if (matches) names.push_back(it->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::optional<std::string> MemoryFiles::read(std::string_view path) const {
  const auto found = contents_.find(path);
  if (found == contents_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> MemoryFiles::list(std::string_view folder) const {
  const std::string prefix = with_slash(folder);
  std::vector<std::string> names;
  for (const auto& [path, content] : contents_) {
    if (!path.starts_with(prefix)) continue;
    std::string name = path.substr(prefix.size());
    if (name.find('/') == std::string::npos) names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> MemoryFiles::folders(std::string_view folder) const {
  const std::string prefix = with_slash(folder);
  std::set<std::string> names;
  for (const auto& [path, content] : contents_) {
    if (!path.starts_with(prefix)) continue;
    const auto slash = path.find('/', prefix.size());
    if (slash != std::string::npos) names.insert(path.substr(prefix.size(), slash - prefix.size()));
  }
  return {names.begin(), names.end()};
}

std::optional<std::string> DiskFiles::read(std::string_view path) const {
  if (climbs(path)) return std::nullopt;
  return read_file(root_ + "/" + std::string(path));
}

std::vector<std::string> DiskFiles::list(std::string_view folder) const {
  if (climbs(folder)) return {};
  return names_in(root_ + "/" + std::string(folder), false);
}

std::vector<std::string> DiskFiles::folders(std::string_view folder) const {
  if (climbs(folder)) return {};
  return names_in(root_ + "/" + std::string(folder), true);
}

}  // namespace base
