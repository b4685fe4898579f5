#include "web/theme.hpp"

#include <algorithm>

namespace web {
namespace {

constexpr std::string_view themed_folder = "templates/web";

}  // namespace

ThemedFiles::ThemedFiles(std::string root, const std::string& theme) : own_(std::move(root)) {
  if (!theme.empty()) theme_ = std::make_unique<base::DiskFiles>(theme);
}

std::optional<std::string> ThemedFiles::read(std::string_view path) const {
  const bool themed = theme_ != nullptr && path.starts_with(themed_folder) &&
                      path.size() > themed_folder.size() && path[themed_folder.size()] == '/';
  if (themed) {
    if (auto content = theme_->read(path.substr(themed_folder.size() + 1))) return content;
  }
  return own_.read(path);
}

std::vector<std::string> ThemedFiles::list(std::string_view folder) const {
  std::vector<std::string> names = own_.list(folder);
  if (theme_ == nullptr || (folder != themed_folder && folder != "templates/web/")) return names;
  for (std::string& name : theme_->list("")) names.push_back(std::move(name));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::vector<std::string> ThemedFiles::folders(std::string_view folder) const {
  return own_.folders(folder);
}

std::vector<std::string> ThemedFiles::theme_files() const {
  return theme_ == nullptr ? std::vector<std::string>() : theme_->list("");
}

}  // namespace web
