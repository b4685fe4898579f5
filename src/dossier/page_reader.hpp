#pragma once

#include "base/diagnostics.hpp"
#include "dossier/form.hpp"
#include "yaml/node.hpp"

namespace dossier {

// Reads the « pages » of a bloc, whose fields are known. Each must be on one page, and only one.
void read_pages(const yaml::Node& bloc_node, Field& bloc, base::Diagnostics& diagnostics);

}  // namespace dossier
