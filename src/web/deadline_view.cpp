#include "web/deadline_view.hpp"

#include <algorithm>

#include "web/interview.hpp"
#include "web/page.hpp"

namespace web {

std::string capital(std::string_view words) {
  std::string result(words);
  if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') {
    result[0] = static_cast<char>(result[0] - 'a' + 'A');
  }
  return result;
}

std::string moment_text(calendar::Date date, std::optional<int> minute) {
  std::string shown = calendar::french_with_weekday(date);
  if (minute) shown += " à\u00A0" + law::hour_french(*minute);
  return shown;
}

namespace {

std::vector<Record> sentences(const std::vector<std::string>& texts) {
  std::vector<Record> records;
  for (const std::string& each : texts) records.push_back({{"phrase", prose(each)}});
  return records;
}

// Where the deadline of this rank is on its page.
std::string anchor(std::size_t rank) { return "delai-" + std::to_string(rank + 1); }

Record deadline_values(const law::Deadline& deadline, const law::Library& law, calendar::Date today,
                       base::Diagnostics& diagnostics) {
  std::vector<std::string> others;
  for (const law::OtherReading& other : deadline.alternatives) {
    others.push_back(other.label +
                     "\u00A0: " + moment_text(other.moment.date, other.moment.minute));
  }
  std::vector<std::string> steps = deadline.steps;
  const std::string basis =
      deadline.basis.empty() ? std::string() : law.citation_list(deadline.basis, diagnostics);
  std::string advised;
  if (deadline.advised) {
    advised = calendar::french_with_weekday(deadline.advised->date) + " (" +
              deadline.advised->reason + ")";
  }
  return {{"titre", prose(deadline.title)},
          {"nature", text(capital(law::describe(deadline.nature)))},
          {"connue", Value(deadline.date.has_value())},
          {"date", text(deadline.date ? moment_text(*deadline.date, deadline.hour) : "")},
          {"reste", text(deadline.date ? days_left(*deadline.date, today) : "")},
          {"passée", Value(deadline.date && *deadline.date < today)},
          {"manque", list(sentences(deadline.missing))},
          {"conseillée", prose(advised)},
          {"étapes", list(sentences(steps))},
          {"a_étapes", Value(!steps.empty())},
          {"autres", list(sentences(others))},
          {"fondement", text(basis)},
          {"qui", prose(deadline.who)},
          {"perdu", prose(deadline.lost)},
          {"rappel", prose(deadline.reminder)},
          {"réserve", prose(deadline.reservation)},
          {"à_vérifier", Value(deadline.confidence == law::Confidence::to_verify)},
          {"droit_appliqué", prose(deadline.version)}};
}

}  // namespace

std::vector<Record> deadline_records(const std::vector<law::Deadline>& deadlines,
                                     const law::Library& law, calendar::Date today,
                                     base::Diagnostics& diagnostics) {
  std::vector<Record> records;
  for (std::size_t i = 0; i < deadlines.size(); ++i) {
    records.push_back(deadline_values(deadlines[i], law, today, diagnostics));
    records.back().emplace_back("ancre", text(anchor(i)));
  }
  return records;
}

std::vector<Record> timeline_records(const std::vector<law::Deadline>& deadlines,
                                     calendar::Date today) {
  std::vector<std::size_t> dated;
  for (std::size_t i = 0; i < deadlines.size(); ++i) {
    if (deadlines[i].date) dated.push_back(i);
  }
  std::stable_sort(dated.begin(), dated.end(), [&](std::size_t a, std::size_t b) {
    return *deadlines[a].date < *deadlines[b].date;
  });
  std::vector<Record> records;
  const auto mark_today = [&] {
    records.push_back({{"aujourdhui", Value(true)},
                       {"date", text(calendar::french_with_weekday(today))},
                       {"passée", Value(false)},
                       {"nature", text("")},
                       {"reste", text("")},
                       {"titre", text("")},
                       {"ancre", text("")}});
  };
  bool marked = false;
  for (const std::size_t i : dated) {
    const law::Deadline& deadline = deadlines[i];
    if (!marked && *deadline.date >= today) {
      mark_today();
      marked = true;
    }
    records.push_back({{"aujourdhui", Value(false)},
                       {"date", text(moment_text(*deadline.date, deadline.hour))},
                       {"passée", Value(*deadline.date < today)},
                       {"nature", text(capital(law::describe(deadline.nature)))},
                       {"reste", text(days_left(*deadline.date, today))},
                       {"titre", prose(deadline.title)},
                       {"ancre", text(anchor(i))}});
  }
  if (!marked && !records.empty()) mark_today();
  return records;
}

std::vector<Record> mistake_records(const base::Diagnostics& diagnostics) {
  std::vector<Record> records;
  for (const base::Diagnostic& diagnostic : diagnostics.sorted()) {
    if (diagnostic.severity != base::Severity::error) continue;
    records.push_back({{"message", text(page_message(diagnostic))}});
  }
  return records;
}

}  // namespace web
