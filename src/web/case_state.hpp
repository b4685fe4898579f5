#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/completion.hpp"
#include "base/diagnostics.hpp"
#include "calendar/date.hpp"
#include "dossier/answers.hpp"
#include "dossier/case.hpp"
#include "dossier/form.hpp"
#include "web/message.hpp"
#include "web/seal.hpp"

namespace web {

// What is known of the case file at one moment, for one form.
struct CaseState {
  dossier::Answer answers;                     // as they were typed
  std::string yaml;                            // the same, as the file that the user keeps
  dossier::Answer shown;                       // the same, with what the commune makes certain
  std::vector<app::CompletedField> completed;  // what was added so
  dossier::Case readable;                      // the values that could be read, whatever the others
  base::Diagnostics diagnostics;  // all that dossier::check says, missing fields included
};

[[nodiscard]] CaseState examine(const app::Engine& directory, const dossier::Form& form,
                                dossier::Answer answers, calendar::Date today);

// The case file of the hidden fields « dossier » and « sceau » of a page; an empty case when the
// request has none; nothing if the seal is not ours (the server was started again, or the page
// was changed).
[[nodiscard]] std::optional<dossier::Answer> sealed_answers(const Request& request,
                                                            const Seal& seal);

// Reads a file brought by the user, whatever it is about. Mistakes of syntax are added.
[[nodiscard]] std::optional<dossier::Answer> read_answers(std::string_view content,
                                                          base::Diagnostics& diagnostics);
// Reads a file brought by the user, for one form. Mistakes of syntax, and names that no form knows,
// are added.
[[nodiscard]] std::optional<dossier::Answer> uploaded_answers(std::string_view content,
                                                              const dossier::Form& form,
                                                              base::Diagnostics& diagnostics);

// "\r\n" → "\n": browsers send every line end so.
[[nodiscard]] std::string with_plain_line_ends(std::string_view text);

}  // namespace web
