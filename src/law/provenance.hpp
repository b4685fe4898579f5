#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "calendar/date.hpp"
#include "yaml/node.hpp"

namespace law {

// How far a statement of law was established: read in a consolidated text or a decision; known
// from one serious source only; or not established, and then shown as such to the reader.
enum class Confidence { certain, probable, to_verify };

[[nodiscard]] std::string_view name(
    Confidence confidence);  // « certain », « probable », « à vérifier »

struct Source {
  std::string title;
  std::string address;  // may be empty: a printed source
};

// What every dated piece of law carries, inside itself: parallel tables of sources drift.
struct Provenance {
  calendar::Date since{};  // first day, inclusive; the last day is the eve of the next version
  bool entry_into_force = true;  // false: `since` is only where our knowledge begins, not a change
  calendar::Date checked_on{};
  Confidence confidence = Confidence::to_verify;
  std::vector<Source> sources;
  base::Position position;
};

// The keys read by read_provenance, to be completed with those of the caller.
[[nodiscard]] std::vector<std::string> with_provenance_keys(std::vector<std::string> keys);

// Reads depuis, portée, vérifié_le, confiance and sources.
[[nodiscard]] Provenance read_provenance(const yaml::Node& mapping, base::Diagnostics& diagnostics);

[[nodiscard]] std::vector<Source> read_sources(const yaml::Node& list,
                                               base::Diagnostics& diagnostics);

// The day written under `key` as AAAA-MM-JJ; reports a missing or wrong one.
[[nodiscard]] calendar::Date required_date(const yaml::Node& mapping, std::string_view key,
                                           base::Diagnostics& diagnostics);

// The version in force on `day`: the last one that began on or before it, or null if the day
// comes before the first. `Dated` has a member `provenance`; the versions are in order of date.
template <typename Dated>
[[nodiscard]] const Dated* in_force(const std::vector<Dated>& versions, calendar::Date day) {
  const Dated* found = nullptr;
  for (const Dated& version : versions) {
    if (version.provenance.since <= day) found = &version;
  }
  return found;
}

// Reports versions out of order or beginning on the same day; sorts nothing.
template <typename Dated>
void check_order(const std::vector<Dated>& versions, base::Diagnostics& diagnostics) {
  for (std::size_t i = 1; i < versions.size(); ++i) {
    const Provenance& previous = versions[i - 1].provenance;
    const Provenance& current = versions[i].provenance;
    if (current.since == previous.since) {
      diagnostics.error(
          base::Kind::content, current.position,
          "deux versions commencent le même jour (" + calendar::iso(current.since) + ").");
    } else if (current.since < previous.since) {
      diagnostics.error(base::Kind::content, current.position,
                        "les versions ne sont pas dans l’ordre des dates.",
                        "Placez la version du " + calendar::iso(current.since) +
                            " avant celle du " + calendar::iso(previous.since) + ".");
    } else if (!current.entry_into_force) {
      diagnostics.error(base::Kind::content, current.position,
                        "« portée: couverture » n’est permis que pour la première version.");
    }
  }
}

}  // namespace law
