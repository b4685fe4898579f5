#pragma once

#include <string>

#include "dossier/form.hpp"

namespace dossier {

struct BlankCaseOptions {
  // Address of the JSON schema for editors, in the first line; none if empty.
  std::string schema;
  // Gives the fields that are required their example instead of nothing. For tests and
  // demonstrations: a case file for real facts must never begin with invented ones.
  bool examples = false;
};

// A case file to fill in: each field that the form asks with its title, why it is needed and an
// example, as comments (« ## »); the fields that are not always required are commented out (« # »).
[[nodiscard]] std::string blank_case(const Form& form, const BlankCaseOptions& options = {});

}  // namespace dossier
