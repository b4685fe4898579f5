#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"

// content/accueil: the first page.
namespace web {

struct SituationDocument {
  std::string id;    // of a form
  std::string when;  // « Dès la menace. »
};

// A day that the user gives, and the deadlines that run from it.
struct SituationDate {
  std::string id, title;
  std::vector<std::string> rules;
  bool may_come = false;  // the day may be in the future
};

struct Situation {
  std::string id, title, description;
  std::vector<std::string> gestures;
  std::vector<SituationDocument> documents;  // in order of use
  std::vector<SituationDate> dates;
};

struct EmergencyNumber {
  std::string shown, called, title;
  std::string short_title;  // a word, under the number on a phone
  bool by_message = false;  // SMS
};

struct Situations {
  std::vector<Situation> all;
  std::vector<EmergencyNumber> numbers;

  [[nodiscard]] const Situation* find(std::string_view id) const;
};

// Reports, as Kind::content, a document or a rule that does not exist.
[[nodiscard]] Situations read_situations(const base::Files& files, base::Diagnostics& diagnostics);

}  // namespace web
