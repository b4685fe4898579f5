#include "app/catalogue.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dossier/form.hpp"

namespace app {

std::vector<CatalogueEntry> catalogue(const Engine& engine, base::Diagnostics& diagnostics) {
  std::vector<std::pair<std::int64_t, CatalogueEntry>> found;
  for (const std::string& id : dossier::list_forms(engine.files())) {
    const auto form = dossier::load_form(engine.files(), id, diagnostics);
    if (!form) continue;
    found.emplace_back(form->order, CatalogueEntry{form->id, form->title, form->audience,
                                                   form->description, form->example});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<CatalogueEntry> entries;
  for (auto& [order, entry] : found) entries.push_back(std::move(entry));
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
