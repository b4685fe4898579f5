#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/answers.hpp"
#include "dossier/condition.hpp"
#include "web/interview.hpp"
#include "web/view.hpp"

// Fields as values of templates/web/champ.html, and answers as people read them.
namespace web {

// An entry that a field of type « référence » may name.
struct ReferenceTitle {
  std::string value, title, group;
};

struct FieldTexts {
  const places::Directory* places = nullptr;  // to name communes; may be absent
  // Entries by folder of content/droit ("infractions"), in the order to show.
  std::map<std::string, std::vector<ReferenceTitle>> references;
  // Path of a field → autocomplete token of HTML, for what users say of themselves.
  std::map<std::string, std::string> autocomplete;
};

struct PageFields {
  std::vector<Record> fields;  // of champ.html
  // Mistakes for the summary: {ancre, message}; the anchor is that of a control of the page.
  std::vector<Record> summary;
  // Warnings about fields of the bloc that this form does not ask: {message}.
  std::vector<Record> remarks;
};

// The fields of one page as they were answered. With `show_mistakes`, each has its messages and
// the summary is filled; a field that is not on the page is named by its message.
[[nodiscard]] PageFields page_fields(const Step& step, const CaseState& state,
                                     const FieldTexts& texts, calendar::Date today,
                                     bool show_mistakes);

// The whole bloc as {titre, valeur, manque, à_corriger} lines, for the review page.
[[nodiscard]] std::vector<Record> review_lines(const Step& step, const CaseState& state,
                                               const FieldTexts& texts, calendar::Date today);

// The condition for the script of the page: {"champ", "operation", "valeurs"…}, with « true » or
// « false » in the place of what this page does not ask.
[[nodiscard]] std::string condition_json(const dossier::Condition& condition, const Step& step,
                                         const dossier::Evaluation& evaluation,
                                         const std::string& item_path);

}  // namespace web
