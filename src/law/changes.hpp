#pragma once

#include <string>
#include <vector>

#include "law/library.hpp"

namespace law {

// One thing that changed on one day.
struct Change {
  calendar::Date on{};
  std::string kind;  // « texte », « article », « infraction », « paramètre »
  std::string id;
  std::string title;  // citation or title, as people read it
  std::string what;   // one or two sentences
  std::string confidence;
};

// What began after `from` and not later than `to`, over the whole database, by date, then
// texts before articles, offences and parameters, then id. Beginnings of our knowledge (« portée:
// couverture ») are not changes. Reads every file. If `to` comes before `from`, reports it and
// returns nothing.
[[nodiscard]] std::vector<Change> changes(const Library& library, calendar::Date from,
                                          calendar::Date to, base::Diagnostics& diagnostics);

// A JSON list of objects: date, genre, id, titre, changement, confiance.
[[nodiscard]] std::string to_json(const std::vector<Change>& changes);
// Lines for a terminal, one day after the other.
[[nodiscard]] std::string to_text(const std::vector<Change>& changes);

// One article on one day: citation, what it says, since when, confidence, sources, address.
[[nodiscard]] std::string article_text(const Library& library, std::string_view id,
                                       calendar::Date day, base::Diagnostics& diagnostics,
                                       const Citing& citing = {});
[[nodiscard]] std::string article_json(const Library& library, std::string_view id,
                                       calendar::Date day, base::Diagnostics& diagnostics,
                                       const Citing& citing = {});

// Every article of the database with its subject, by text.
[[nodiscard]] std::string listing_text(const Library& library, base::Diagnostics& diagnostics);
[[nodiscard]] std::string listing_json(const Library& library, base::Diagnostics& diagnostics);

}  // namespace law
