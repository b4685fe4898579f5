#include "cli/output.hpp"

#include <filesystem>
#include <iostream>

#include "base/disk.hpp"

namespace cli {

bool put(Session& session, const std::string& path, std::string_view bytes, bool replace) {
  if (path == "-") {
    std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::cout.flush();
    return true;
  }
  const std::filesystem::path parent = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (!parent.empty()) std::filesystem::create_directories(parent, error);
  const auto overwrite = replace ? base::Overwrite::replace : base::Overwrite::refuse;
  if (base::write_file(path, bytes, overwrite)) return true;
  session.diagnostics.error(
      base::Kind::output, {path}, "ce fichier existe déjà.",
      "Ajoutez « --remplacer » pour le remplacer, ou choisissez un autre nom.");
  return false;
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return path.ends_with('/') || std::filesystem::is_directory(path, error);
}

void tell(const Session& session, const std::string& line) {
  if (!session.quiet) std::cerr << line << '\n';
}

void tell_completed(const Session& session, const std::vector<app::CompletedField>& fields) {
  for (const app::CompletedField& field : fields) {
    tell(session, "Complété d’après la commune : " + field.path + "." +
                      (field.reserve.empty() ? "" : " " + field.reserve));
  }
}

std::optional<std::string> file_content(Session& session, const std::string& path) {
  auto content = base::read_file(path);
  if (!content) {
    session.diagnostics.error(base::Kind::usage, {path},
                              "ce fichier n’existe pas ou ne peut être lu.");
  }
  return content;
}

std::string stem(const std::string& path) { return std::filesystem::path(path).stem().string(); }

}  // namespace cli
