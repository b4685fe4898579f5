#pragma once

#include <string>
#include <vector>

#include "yaml/node.hpp"

namespace law {

// A point of law that is disputed or could not be read, and what the documents do meanwhile.
struct OpenPoint {
  std::string id;
  std::string title;
  std::string explanation;
  std::string meanwhile;
  std::vector<std::string> citations;
  base::Position position;
};

// content/droit/etat-du-droit.yaml
[[nodiscard]] std::vector<OpenPoint> read_open_points(const yaml::Node& root,
                                                      base::Diagnostics& diagnostics);

}  // namespace law
