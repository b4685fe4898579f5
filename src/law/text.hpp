#pragma once

#include <optional>
#include <string>
#include <vector>

#include "law/provenance.hpp"

namespace law {

// What brings a text, or its numbering, to an end on a known day.
struct TextEnd {
  calendar::Date on{};  // first day without the text
  std::string reason;
  std::vector<std::string> citations;    // what brings it to an end
  std::vector<std::string> replaced_by;  // where its rules are now; empty until they are here
};

// A code or an act, as content/droit/textes/<id>/_texte.yaml describes it.
struct Text {
  std::string id;        // folder name: "cgct", "loi-2024-247"
  std::string title;     // complete official title
  std::string cited_as;  // after « article 1er de la … »: « loi n° 2024-247 du 21 mars 2024 »
  std::string short_form;  // « CGCT »
  std::string determiner;  // « du », « de la », « de l’ », with what follows ready to be joined
  std::string identifier;  // LEGITEXT… or JORFTEXT…, empty if it could not be established
  std::string address;     // page on Légifrance, empty if unknown
  std::string
      article_address;  // beginning of the address of an article, before its LEGIARTI number
  std::string summary;
  std::optional<TextEnd> end;
  Provenance provenance;  // since: entry into force of an act, or beginning of our coverage
};

[[nodiscard]] Text read_text(const yaml::Node& root, const std::string& id,
                             base::Diagnostics& diagnostics);

}  // namespace law
