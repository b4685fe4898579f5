// Any bytes as a form over the sample blocs (or, after a zero byte, as a bloc too): no crash, a
// form exactly when no error is reported, and its schema and blank case file can be written.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "../../unit/dossier/sample_form.hpp"
#include "base/text.hpp"
#include "dossier/blank_case.hpp"
#include "dossier/schema.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = base::split(std::string(reinterpret_cast<const char*>(data), size), '\0');
  auto contents = dossier::sample_contents();
  contents["forms/essai.yaml"] = parts[0];
  if (parts.size() > 1) contents["forms/blocs/témoins.yaml"] = parts[1];
  base::Diagnostics diagnostics;
  const auto form = dossier::load_form(base::MemoryFiles(contents), "essai", diagnostics);
  if (form.has_value() == diagnostics.has_errors()) std::abort();
  if (!form) return 0;
  if (dossier::json_schema(*form).empty()) std::abort();
  base::Diagnostics found;
  const auto root = yaml::parse(dossier::blank_case(*form), "d.yaml", base::Kind::dossier, found);
  if (found.has_errors()) std::abort();
  if (!dossier::check(root, *form, {.draft = true}, found)) std::abort();
  return 0;
}
