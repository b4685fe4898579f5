#pragma once

#include <string>

#include "dossier/answers.hpp"

namespace dossier {

// The answers as a case file: yaml::parse then `answers` give them back exactly, provided that
// the texts are valid UTF-8 in normalization form C. Every value is quoted, so that none can be
// taken for anything but text; a long text keeps its lines. The root must be a mapping.
[[nodiscard]] std::string write_case(const Answer& root);

}  // namespace dossier
