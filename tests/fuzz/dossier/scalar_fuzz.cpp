// Any bytes as a value typed by a person: no crash, a value or a reason, and what is read comes
// back from its canonical writing.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.hpp"
#include "dossier/scalar.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (base::invalid_utf8(text)) return 0;
  const auto date = dossier::parse_date(text);
  if (date.value.has_value() != date.problem.empty()) std::abort();
  if (date.value && dossier::parse_date(calendar::iso(*date.value)).value != date.value)
    std::abort();
  const auto amount = dossier::parse_amount(text);
  if (amount.value.has_value() != amount.problem.empty()) std::abort();
  const auto integer = dossier::parse_integer(text);
  if (integer.value.has_value() != integer.problem.empty()) std::abort();
  if (integer.value &&
      dossier::parse_integer(std::to_string(*integer.value)).value != integer.value) {
    std::abort();
  }
  const auto time = dossier::parse_time(text);
  if (time.value.has_value() != time.problem.empty()) std::abort();
  (void)dossier::postal_code_problem(text);
  (void)dossier::insee_code_problem(text);
  (void)dossier::email_problem(text);
  (void)dossier::phone_problem(text);
  (void)dossier::web_address_problem(text);
  (void)dossier::refused_character(text, false);
  return 0;
}
