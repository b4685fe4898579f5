// The parts of law::Library that list folders or read the files that stand alone.
#include <algorithm>

#include "law/library.hpp"

namespace law {
namespace {

constexpr std::string_view extension = ".yaml";

yaml::Node parse_file(const base::Files& files, const std::string& path,
                      base::Diagnostics& diagnostics) {
  const auto content = files.read(path);
  if (!content) {
    diagnostics.error(base::Kind::content, {path, 0, 0}, "ce fichier manque.");
    return {};
  }
  return yaml::parse(*content, path, base::Kind::content, diagnostics);
}

}  // namespace

const Vocabulary& Library::vocabulary(base::Diagnostics& diagnostics) const {
  if (!vocabulary_) {
    vocabulary_ =
        read_vocabulary(parse_file(files_, root_ + "/vocabulaire.yaml", diagnostics), diagnostics);
  }
  return *vocabulary_;
}

const std::vector<OpenPoint>& Library::open_points(base::Diagnostics& diagnostics) const {
  if (!open_points_) {
    open_points_ = read_open_points(parse_file(files_, root_ + "/etat-du-droit.yaml", diagnostics),
                                    diagnostics);
  }
  return *open_points_;
}

std::vector<std::string> Library::yaml_names(const std::string& folder) const {
  std::vector<std::string> names;
  for (const std::string& file : files_.list(folder)) {
    if (file.ends_with(extension)) names.push_back(file.substr(0, file.size() - extension.size()));
  }
  return names;
}

std::vector<std::string> Library::text_ids() const { return files_.folders(root_ + "/textes"); }

std::vector<std::string> Library::article_ids(std::string_view text) const {
  std::vector<std::string> ids;
  for (const std::string& name : yaml_names(root_ + "/textes/" + std::string(text))) {
    if (name != "_texte") ids.push_back(std::string(text) + "/" + name);
  }
  return ids;
}

std::vector<std::string> Library::offence_ids() const { return yaml_names(root_ + "/infractions"); }

std::vector<std::string> Library::parameter_ids() const {
  return yaml_names(root_ + "/parametres");
}

}  // namespace law
