#pragma once

#include "base/diagnostics.hpp"
#include "dossier/form.hpp"
#include "yaml/node.hpp"

namespace dossier {

// Reads the « pages » of a bloc, whose fields are known. A field that no page names is on the last.
void read_pages(const yaml::Node& bloc_node, Field& bloc, base::Diagnostics& diagnostics);

}  // namespace dossier
