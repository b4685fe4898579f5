#include "law/evaluate.hpp"

namespace law {
namespace {

using calendar::french_with_weekday;

constexpr std::string_view start_name = "le départ";

Extension extension_of(const FreeCount& request) {
  if (!request.extended.value_or(false)) return Extension::none;
  // Counted back, a day later than the result would shorten the period.
  return request.backwards ? Extension::previous_open_day : Extension::next_open_day;
}

// Nothing was said about days off: give the plain date, and what an extension would change.
void show_extension(const FreeCount& request, const Counting& counting,
                    const calendar::Holidays& holidays, Deadline& deadline) {
  const std::string off = day_off(*deadline.date, holidays, request.place);
  if (off.empty() || counting.extension != Extension::none) return;
  deadline.steps.push_back(french_spaces("Ce jour est un " + off + " : la date n’est pas reportée" +
                                         (request.extended ? "." : ", faute de l’avoir demandé.")));
  if (request.extended) return;
  const auto open = calendar::nearest_open_day(*deadline.date, request.backwards ? -1 : 1, holidays,
                                               request.place);
  if (!open) return;
  deadline.alternatives.push_back({request.backwards ? "ramenée au dernier jour ouvrable précédent"
                                                     : "reportée au premier jour ouvrable suivant",
                                   {*open, std::nullopt},
                                   {}});
}

}  // namespace

std::optional<Deadline> count_freely(const FreeCount& request, DeadlineRules& rules,
                                     base::Diagnostics& diagnostics) {
  const LengthReading reading = read_length(request.length);
  if (!reading.length) {
    diagnostics.error(base::Kind::usage, {}, reading.mistake, reading.hint);
    return std::nullopt;
  }
  const calendar::Holidays& holidays = rules.holidays(diagnostics);
  if (!rules.knows(request.place, diagnostics)) return std::nullopt;
  Counting counting;
  counting.length = *reading.length;
  counting.month_end = calendar::MonthEnd::last_day;
  counting.backwards = request.backwards;
  counting.extension = extension_of(request);
  const CountResult result = count(counting, request.start, start_name, holidays, request.place);
  if (!result.counted) {
    diagnostics.error(base::Kind::usage, {}, result.mistake);
    return std::nullopt;
  }
  Deadline deadline;
  deadline.title = describe(*reading.length);
  deadline.start = request.start.date;
  deadline.date = result.counted->end.date;
  deadline.hour = result.counted->end.minute;
  deadline.steps = result.counted->steps;
  deadline.extension = result.counted->extension;
  deadline.confidence = Confidence::certain;
  show_extension(request, counting, holidays, deadline);
  return deadline;
}

}  // namespace law
