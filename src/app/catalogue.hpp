#pragma once

#include <string>
#include <vector>

#include "app/engine.hpp"
#include "base/diagnostics.hpp"

namespace app {

// A document that can be made, as `egide documents` lists it.
struct CatalogueEntry {
  std::string id, title, audience, description, example;
};

// Every form of forms/, in the order they declare.
[[nodiscard]] std::vector<CatalogueEntry> catalogue(const Engine& engine,
                                                    base::Diagnostics& diagnostics);
// [{id, titre, pour, description, exemple}]
[[nodiscard]] std::string catalogue_json(const std::vector<CatalogueEntry>& entries);

}  // namespace app
