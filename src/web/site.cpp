#include "web/site.hpp"

#include <algorithm>

#include "yaml/node.hpp"

namespace web {
namespace {

using base::Kind;

yaml::Node parse(const base::Files& files, const std::string& path,
                 base::Diagnostics& diagnostics) {
  const auto content = files.read(path);
  if (!content) diagnostics.error(Kind::content, {path}, "ce fichier n’existe pas.");
  return yaml::parse(content.value_or(""), path, Kind::content, diagnostics);
}

void find_reference_folders(const std::vector<dossier::Field>& fields,
                            std::vector<std::string>& folders) {
  for (const dossier::Field& field : fields) {
    if (!field.reference_to.empty() &&
        std::find(folders.begin(), folders.end(), field.reference_to) == folders.end()) {
      folders.push_back(field.reference_to);
    }
    find_reference_folders(field.fields, folders);
  }
}

// The families of offences give the groups of the list, in their order.
struct Family {
  std::string value, title;
};

std::vector<Family> read_families(const base::Files& files, base::Diagnostics& diagnostics) {
  std::vector<Family> families;
  const yaml::Node root = parse(files, "content/droit/vocabulaire.yaml", diagnostics);
  for (const yaml::Node& node : root["familles"].items()) {
    families.push_back({node["valeur"].text(), node["titre"].text()});
  }
  return families;
}

std::vector<ReferenceTitle> read_titles(const base::Files& files, const std::string& folder,
                                        const std::vector<Family>& families,
                                        base::Diagnostics& diagnostics) {
  std::vector<std::pair<std::size_t, ReferenceTitle>> found;
  const std::string path = "content/droit/" + folder + "/";
  for (const std::string& name : files.list(path)) {
    if (!name.ends_with(".yaml") || name.starts_with('_')) continue;
    const yaml::Node node = parse(files, path + name, diagnostics);
    ReferenceTitle title{name.substr(0, name.size() - 5),
                         yaml::required_text(node, "titre", Kind::content, diagnostics),
                         {}};
    const auto family = std::find_if(families.begin(), families.end(), [&](const Family& each) {
      return each.value == node["famille"].text();
    });
    if (family != families.end()) title.group = family->title;
    found.emplace_back(family - families.begin(), std::move(title));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<ReferenceTitle> titles;
  for (auto& [order, title] : found) titles.push_back(std::move(title));
  return titles;
}

}  // namespace

Site::Site(SiteOptions options, base::Diagnostics& diagnostics)
    : options_(std::move(options)),
      files_(options_.root, options_.theme),
      templates_(files_),
      forms_(dossier::load_forms(files_, diagnostics)),
      directory_(options_.root),
      situations_(read_situations(files_, diagnostics)),
      engines_(options_.root, std::max<std::size_t>(options_.engines, 1)) {
  // The guide is read on its own page: there is nothing to ask.
  std::erase_if(forms_, [](const dossier::Form& form) { return form.is_guide; });
  // Read now: many threads will.
  field_texts_.places = &directory_.places();
  read_assets(diagnostics);
  read_theme_images();
  read_references(diagnostics);
  read_autocomplete(diagnostics);
}

const dossier::Form* Site::form(std::string_view id) const {
  const auto found = std::find_if(forms_.begin(), forms_.end(),
                                  [&](const dossier::Form& form) { return form.id == id; });
  return found == forms_.end() ? nullptr : &*found;
}

void Site::read_assets(base::Diagnostics& diagnostics) {
  struct Source {
    const char *name, *extension, *type;
  };
  for (const Source& source : {Source{"style", "css", "text/css; charset=utf-8"},
                               Source{"page", "js", "text/javascript; charset=utf-8"},
                               Source{"icone", "svg", "image/svg+xml"}}) {
    const std::string path = std::string("templates/web/") + source.name + "." + source.extension;
    const auto found = files_.read(path);
    if (!found) diagnostics.error(Kind::content, {path}, "ce fichier n’existe pas.");
    std::string content = found.value_or("");
    // What a theme adds to the style comes last: it wins.
    if (std::string_view(source.extension) == "css") {
      content += files_.read("templates/web/theme.css").value_or("");
    }
    const std::string hash = content_hash(content).substr(0, 16);
    assets_.push_back(
        {std::string("/fichiers/") + source.name + "." + hash + "." + source.extension, source.type,
         std::move(content)});
  }
}

// Their addresses are fixed, so that the pages and the style of the theme may name them.
void Site::read_theme_images() {
  const std::pair<const char*, const char*> types[] = {{".svg", "image/svg+xml"},
                                                       {".png", "image/png"},
                                                       {".webp", "image/webp"},
                                                       {".woff2", "font/woff2"}};
  for (const std::string& name : files_.theme_files()) {
    for (const auto& [extension, type] : types) {
      if (!name.ends_with(extension)) continue;
      assets_.push_back(
          {"/theme/" + name, type, files_.read("templates/web/" + name).value_or(""), false});
    }
  }
}

void Site::read_references(base::Diagnostics& diagnostics) {
  std::vector<std::string> folders;
  for (const dossier::Form& form : forms_) find_reference_folders(form.blocs, folders);
  const std::vector<Family> families = read_families(files_, diagnostics);
  for (const std::string& folder : folders) {
    field_texts_.references[folder] = read_titles(files_, folder, families, diagnostics);
  }
}

void Site::read_autocomplete(base::Diagnostics& diagnostics) {
  const yaml::Node root = parse(files_, "templates/web/saisie.yaml", diagnostics);
  for (const yaml::Node::Entry& entry : root["saisie"].entries()) {
    field_texts_.autocomplete[entry.key] = entry.value.text();
  }
}

std::string Site::remembered(const std::string& name,
                             const std::function<std::string()>& make) const {
  const std::lock_guard lock(remembering_);
  const auto found = remembered_.find(name);
  if (found != remembered_.end()) return found->second;
  std::string made = make();
  if (!made.empty()) remembered_[name] = made;
  return made;
}

}  // namespace web
