#include <iostream>

#include "app/affair.hpp"
#include "app/deadline_page.hpp"
#include "base/text.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "law/deadline_json.hpp"
#include "law/ics.hpp"

namespace cli {
namespace {

law::CitationText citations(Session& session) {
  return [&session](std::string_view id) {
    return session.engine.law().citation_text(id, session.diagnostics);
  };
}

// Where the user says the deadline runs; reports an unknown territory.
calendar::Place place_option(Session& session, const std::string& territory, bool church) {
  calendar::Place place;
  place.protestant_church = church;
  if (territory.empty()) return place;
  const auto& holidays = session.engine.rules().holidays(session.diagnostics);
  if (holidays.territory(territory) == nullptr) {
    std::vector<std::string> known;
    for (const calendar::Territory& each : holidays.territories()) known.push_back(each.id);
    session.diagnostics.error(base::Kind::usage, {}, "territoire inconnu.",
                              std::string(base::trim(base::did_you_mean(territory, known))) +
                                  " Territoires : " + base::join(known, ", ") + ".");
  }
  place.territory = territory;
  return place;
}

std::string day_and_hour(const law::Deadline& deadline) {
  if (!deadline.date) return "date inconnue";
  std::string text = calendar::french_with_weekday(*deadline.date);
  if (deadline.hour) text += " à " + law::hour_french(*deadline.hour);
  return text;
}

void print(Session& session, const law::Deadline& deadline) {
  const auto line = [](const std::string& label, const std::string& text) {
    if (!text.empty()) std::cout << "  " << label << " : " << text << '\n';
  };
  if (!deadline.title.empty()) std::cout << deadline.title << '\n';
  std::string nature(law::describe(deadline.nature));
  if (nature[0] >= 'a' && nature[0] <= 'z') nature[0] = static_cast<char>(nature[0] - 'a' + 'A');
  line(nature, day_and_hour(deadline));
  for (const std::string& missing : deadline.missing) line("Il manque", missing);
  if (deadline.advised) {
    line("Agir de préférence au plus tard le",
         calendar::french_with_weekday(deadline.advised->date) + " (" + deadline.advised->reason +
             ")");
  }
  for (const std::string& step : deadline.steps) std::cout << "  – " << step << '\n';
  for (const law::OtherReading& other : deadline.alternatives) {
    std::string when = calendar::french_with_weekday(other.moment.date);
    if (other.moment.minute) when += " à " + law::hour_french(*other.moment.minute);
    line("Autre lecture", other.label + " : " + when);
  }
  if (!deadline.basis.empty()) {
    line("Fondement", session.engine.law().citation_list(deadline.basis, session.diagnostics));
  }
  line("Qui agit", deadline.who);
  line("Ce qui est perdu", deadline.lost);
  line("Attention", deadline.reminder);
  line("À vérifier", deadline.reservation);
  line("Droit appliqué", deadline.version);
  std::cout << '\n';
}

}  // namespace

namespace {

// The page with the timeline, in the formats asked.
void put_page(Session& session, const DeadlinesOptions& options,
              const std::vector<law::Deadline>& found) {
  const auto formats = formats_of(session, options.formats, {});
  if (formats.empty()) return;
  const auto page =
      app::deadline_page(session.engine, found, *session.default_date, session.diagnostics);
  if (!page) return;
  for (const app::OutputFile& file : app::write_formats(session.engine, *page, formats,
                                                        {options.case_file}, session.diagnostics)) {
    const std::string path = path_for(options.output, "delais", file.format, formats.size() == 1);
    if (put(session, path, file.bytes, options.replace) && path != "-") tell(session, path);
  }
}

}  // namespace

void deadlines(Session& session, const DeadlinesOptions& options) {
  const auto content = file_content(session, options.case_file);
  if (!content) return;
  app::GenerateOptions asked;
  asked.default_date = session.default_date;
  const auto found = app::case_deadlines(session.engine, {options.case_file, *content}, asked,
                                         session.diagnostics);
  if (session.diagnostics.has_errors()) return;
  if (options.json) {
    std::cout << law::delais_json(found, citations(session));
  } else {
    for (const law::Deadline& deadline : found) print(session, deadline);
  }
  put_page(session, options, found);
  if (!options.calendar_file.empty() && !session.diagnostics.has_errors()) {
    const std::string calendar = law::ics(found, *session.default_date, citations(session));
    if (put(session, options.calendar_file, calendar, options.replace)) {
      tell(session, options.calendar_file);
    }
  }
}

namespace {

std::optional<bool> carry_over_option(Session& session, const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (text == "oui") return true;
  if (text == "non") return false;
  session.diagnostics.error(base::Kind::usage, {}, "--report attend « oui » ou « non ».");
  return std::nullopt;
}

// « --fait transmission=2026-11-27 »
std::map<std::string, law::Moment> fact_options(Session& session,
                                                const std::vector<std::string>& facts) {
  std::map<std::string, law::Moment> moments;
  for (const std::string& fact : facts) {
    const auto equals = fact.find('=');
    const auto date = date_option(
        session, equals == std::string::npos ? std::string("?") : fact.substr(equals + 1),
        "--fait");
    if (date) moments[fact.substr(0, equals)] = {*date, std::nullopt};
  }
  return moments;
}

std::optional<law::Moment> since_option(Session& session, const std::string& text) {
  if (const auto moment = law::parse_moment(text)) return moment;
  const auto date = date_option(session, text, "--depuis");
  if (!date) return std::nullopt;
  return law::Moment{*date, std::nullopt};
}

}  // namespace

void calculation(Session& session, const CalculationOptions& options) {
  const auto since = since_option(session, options.since);
  const auto place = place_option(session, options.territory, options.protestant_church);
  const auto extended = carry_over_option(session, options.carry_over);
  auto events = fact_options(session, options.facts);
  if (options.duration.empty() == options.rule.empty()) {
    session.diagnostics.error(
        base::Kind::usage, {},
        "donnez une durée (« 5 jours francs ») ou une règle (--regle), l’une des deux.");
  }
  if (!options.rule.empty() && extended) {
    session.diagnostics.error(base::Kind::usage, {},
                              "une règle dit elle-même s’il y a report : retirez --report.");
  }
  if (session.diagnostics.has_errors() || !since) return;
  std::optional<law::Deadline> deadline;
  if (options.rule.empty()) {
    deadline = law::count_freely({options.duration, *since, options.backwards, extended, place},
                                 session.engine.rules(), session.diagnostics);
  } else {
    law::Question question{options.rule, since, {}, std::move(events), options.backwards, place};
    deadline = law::evaluate(question, session.engine.rules(), session.diagnostics);
  }
  if (!deadline) return;
  if (options.json) {
    std::cout << law::calcul_json(*deadline, citations(session));
  } else {
    print(session, *deadline);
  }
}

void holidays(Session& session, const HolidaysOptions& options) {
  const auto place = place_option(session, options.territory, options.protestant_church);
  const auto& holidays = session.engine.rules().holidays(session.diagnostics);
  const auto year = calendar::parse_iso(options.year + "-01-01");
  if (!year) {
    session.diagnostics.error(base::Kind::usage, {}, "l’année s’écrit avec quatre chiffres.");
  }
  if (session.diagnostics.has_errors()) return;
  const int number = static_cast<int>(std::chrono::year_month_day(*year).year());
  if (!holidays.covers(number)) {
    session.diagnostics.error(base::Kind::usage, {},
                              "les jours fériés sont connus de " +
                                  std::to_string(holidays.first_year()) + " à " +
                                  std::to_string(holidays.last_year()) + ".");
    return;
  }
  std::vector<calendar::Holiday> days;
  for (calendar::Holiday day : holidays.of_year(number, place.territory)) {
    if (day.conditional && place.protestant_church) day.conditional = false;
    days.push_back(std::move(day));
  }
  if (options.json) {
    std::cout << law::feries_json(days);
    return;
  }
  for (const calendar::Holiday& day : days) {
    std::cout << calendar::iso(day.date) << "  " << calendar::french_with_weekday(day.date) << "  "
              << law::shown_name(day) << '\n';
  }
}

}  // namespace cli
