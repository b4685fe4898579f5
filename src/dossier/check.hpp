#pragma once

#include <optional>

#include "base/diagnostics.hpp"
#include "dossier/case.hpp"
#include "dossier/condition.hpp"
#include "dossier/form.hpp"
#include "yaml/node.hpp"

namespace dossier {

struct CheckOptions {
  // A draft: fields that miss are not mistakes. Everything else still is.
  bool draft = false;
  // False to leave out the cross-field controls of the form: to see which documents a case calls
  // for, before asking what each of them demands.
  bool controls = true;
  // For « aujourd’hui » in the form; without it these checks are left out.
  std::optional<calendar::Date> today;
  // The numbers of the law; without them the controls that compare with one are left out.
  ParameterLookup law;
};

// Checks the whole case file, whatever blocs this form asks, and reports every mistake at once
// (Kind::dossier, with the path of the field; a value is never quoted). Nothing is returned if
// there was one.
[[nodiscard]] std::optional<Case> check(const yaml::Node& root, const Form& form,
                                        const CheckOptions& options,
                                        base::Diagnostics& diagnostics);

}  // namespace dossier
