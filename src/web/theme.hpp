#pragma once

#include <memory>
#include <string>

#include "base/files.hpp"

namespace web {

// The resources of the project, where the files of one more folder take the place of those of
// templates/web/ that have their name: how an organisation puts its own name, colours and legal
// notice on the pages.
class ThemedFiles final : public base::Files {
 public:
  // `theme`: path of the folder; empty: none.
  ThemedFiles(std::string root, const std::string& theme);

  [[nodiscard]] std::optional<std::string> read(std::string_view path) const override;
  [[nodiscard]] std::vector<std::string> list(std::string_view folder) const override;
  [[nodiscard]] std::vector<std::string> folders(std::string_view folder) const override;
  // The names of the files of the theme.
  [[nodiscard]] std::vector<std::string> theme_files() const;

 private:
  base::DiskFiles own_;
  std::unique_ptr<base::DiskFiles> theme_;
};

}  // namespace web
