#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/answers.hpp"
#include "dossier/case.hpp"
#include "dossier/form.hpp"
#include "places/directory.hpp"
#include "web/case_state.hpp"
#include "web/message.hpp"

// The questions of a form, one group a page, from forms/ alone.
namespace web {

// One page: what the form asks of one bloc, or of one of the pages of this bloc.
struct Step {
  const dossier::Form* form = nullptr;
  const dossier::Request* request = nullptr;
  const dossier::Field* bloc = nullptr;
  std::size_t part = 0;  // the page of the bloc, from 1; 0: the bloc has no pages
  bool first = true;     // the first page shown of its bloc

  // "faits.2": how a page of the browser names this step.
  [[nodiscard]] std::string id() const;
  [[nodiscard]] const std::string& title() const;
  // The fields asked, in their order. The code of the commune is always among them: the form may
  // not print it, but it saves other answers; it comes first when the bloc has no pages.
  [[nodiscard]] std::vector<const dossier::Field*> fields() const;
  // True if the field at this path, or the record that it is in, is one of them.
  [[nodiscard]] bool shows(std::string_view path) const;
  // True if nothing here is needed by the document.
  [[nodiscard]] bool optional() const;
  // True if something was answered here.
  [[nodiscard]] bool started(const dossier::Answer& answers) const;
  // True if the form requires the field at this path, which begins with the name of the bloc and
  // has no list positions ("témoins.nom").
  [[nodiscard]] bool requires_field(std::string_view path) const;
};

// The pages whose condition holds for what is known now, in the order of the form. A page of a
// bloc without any question to ask is left out.
[[nodiscard]] std::vector<Step> steps(const dossier::Form& form, const CaseState& state,
                                      calendar::Date today);

// The messages about the fields of this page: mistakes first, then warnings. The first page of a
// bloc also has those about what no page of the bloc asks.
[[nodiscard]] std::vector<const base::Diagnostic*> messages_of(const Step& step,
                                                               const CaseState& state);
// Mistakes that no page shows (an odd bloc, a name that no form knows).
[[nodiscard]] std::vector<const base::Diagnostic*> messages_elsewhere(
    const std::vector<Step>& steps, const CaseState& state);

// A message in the words of the page: the first letter is a capital, no YAML.
[[nodiscard]] std::string page_message(const base::Diagnostic& diagnostic);

// How a page says that it shows a field whose empty control sends nothing (a box, a list).
inline constexpr std::string_view shown_mark = "_";

// Puts what the page sent into the answers: every field that it shows, as it was typed; a date
// and an hour that are understood take their form in the file, and the name of a commune that is
// the only one to bear it becomes its code.
void take_page(const Request& request, const Step& step, const places::Directory& places,
               dossier::Answer& answers);

// « témoins.2.nom » → « témoins.nom »
[[nodiscard]] std::string without_positions(std::string_view path);

}  // namespace web
