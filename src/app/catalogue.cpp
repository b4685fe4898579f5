#include "app/catalogue.hpp"

#include <nlohmann/json.hpp>

#include "dossier/form.hpp"

namespace app {

std::vector<CatalogueEntry> catalogue(const Engine& engine, base::Diagnostics& diagnostics) {
  std::vector<CatalogueEntry> entries;
  for (const dossier::Form& form : dossier::load_forms(engine.files(), diagnostics)) {
    entries.push_back({form.id, form.title, form.audience, form.description, form.example});
  }
  return entries;
}

std::string catalogue_json(const std::vector<CatalogueEntry>& entries) {
  auto list = nlohmann::ordered_json::array();
  for (const CatalogueEntry& entry : entries) {
    list.push_back({{"id", entry.id},
                    {"titre", entry.title},
                    {"pour", entry.audience},
                    {"description", entry.description},
                    {"exemple", entry.example}});
  }
  return list.dump(2) + "\n";
}

}  // namespace app
