#include "law/evaluate.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace law {
namespace {

using calendar::Date;
using calendar::french_with_weekday;
using std::chrono::days;

// Longer chains of rules starting one another can only be a circle.
constexpr int deepest_chain = 8;

std::optional<Deadline> evaluate_at_depth(const Question& question, DeadlineRules& rules,
                                          base::Diagnostics& diagnostics, int depth);

// One rule being applied to one question.
class Evaluation {
 public:
  Evaluation(const Question& question, const Rule& rule, DeadlineRules& rules,
             base::Diagnostics& diagnostics, int depth)
      : question_(question),
        rule_(rule),
        rules_(rules),
        diagnostics_(diagnostics),
        holidays_(rules.holidays(diagnostics)),
        depth_(depth) {}

  std::optional<Deadline> run() {
    if (!rules_.knows(question_.place, diagnostics_)) return std::nullopt;
    if (question_.backwards && !rule_.reverse && !counts_backwards_already()) {
      fail("la règle « " + rule_.id + " » ne se compte pas à rebours.");
      return std::nullopt;
    }
    deadline_.id = rule_.id;
    deadline_.title = french_spaces(reversed() ? rule_.reverse->title : rule_.title);
    if (!choose_version()) return finished();
    describe_version();
    const auto start = starting_moment();
    if (!start) return finished();
    deadline_.start = start->date;
    if (!compute(*start)) return std::nullopt;
    return std::move(deadline_);
  }

 private:
  [[nodiscard]] bool reversed() const { return question_.backwards && rule_.reverse.has_value(); }
  [[nodiscard]] bool counts_backwards_already() const {
    return std::all_of(
        rule_.versions.begin(), rule_.versions.end(),
        [](const RuleVersion& version) { return version.repealed || version.counting.backwards; });
  }
  void say(const std::string& sentence) { deadline_.steps.push_back(french_spaces(sentence)); }

  void fail(const std::string& message, const std::string& hint = {}) {
    base::Diagnostic diagnostic;
    diagnostic.kind = question_.start ? base::Kind::usage : base::Kind::dossier;
    diagnostic.field = field_;
    diagnostic.message = french_spaces(message);
    diagnostic.hint = french_spaces(hint);
    diagnostics_.add(std::move(diagnostic));
    failed_ = true;
  }

  // A deadline without a date but saying what is missing, or nothing after a mistake.
  std::optional<Deadline> finished() {
    if (failed_ || deadline_.missing.empty()) return std::nullopt;
    return std::move(deadline_);
  }

  [[nodiscard]] const std::string& start_event() const {
    return reversed() ? rule_.reverse->start : version_->start;
  }

  // The day of an event, as far as it is known; nothing is reported as missing here. Of several
  // days in the case file the careful one is taken: the earliest, or the latest if `latest`.
  std::optional<Moment> moment_of(const Event& event, bool latest = false) {
    const auto known = question_.events.find(event.id);
    if (known != question_.events.end()) return known->second;
    if (question_.fields) {
      for (const std::string& field : event.fields) {
        auto moments = question_.fields(field);
        if (moments.empty()) continue;
        field_ = field;
        several_ = moments.size() > 1;
        const auto earlier = [](const Moment& a, const Moment& b) { return a.date < b.date; };
        const auto [first, last] = std::minmax_element(moments.begin(), moments.end(), earlier);
        return latest ? *last : *first;
      }
    }
    return event.rule.empty() ? std::nullopt : moment_by_rule(event);
  }

  std::optional<Moment> moment_by_rule(const Event& event) {
    Question other = question_;
    other.rule = event.rule;
    other.start.reset();
    other.backwards = false;
    auto found = evaluate_at_depth(other, rules_, diagnostics_, depth_ + 1);
    if (!found) {
      failed_ = true;
      return std::nullopt;
    }
    if (!found->date) {
      chain_missing_ = std::move(found->missing);
      return std::nullopt;
    }
    chain_steps_ = std::move(found->steps);
    const Moment moment =
        event.earliest_reading ? earliest_of(*found) : Moment{*found->date, found->hour};
    chain_steps_.push_back(french_spaces("Ce jour, " + french_with_weekday(moment.date) +
                                         ", est celui " + with_de(event.name) + "."));
    return moment;
  }

  Moment earliest_of(const Deadline& found) {
    Moment earliest{*found.date, found.hour};
    for (const OtherReading& other : found.alternatives) {
      if (other.moment.date >= earliest.date) continue;
      earliest = other.moment;
      chain_steps_.push_back(french_spaces("Une autre lecture donne une date plus proche (" +
                                           other.label + ") : elle est retenue par prudence."));
    }
    return earliest;
  }

  void report_missing(const Event& event) {
    std::vector<std::string> missing = std::exchange(chain_missing_, {});
    if (missing.empty()) {
      missing.push_back(event.fields.empty() ? event.name : event.fields.front());
      say("Il manque la date " + with_de(event.name) + ".");
    }
    for (std::string& name : missing) {
      if (std::find(deadline_.missing.begin(), deadline_.missing.end(), name) ==
          deadline_.missing.end()) {
        deadline_.missing.push_back(std::move(name));
      }
    }
  }

  // The day that chooses the version: that of version_event or, failing that, the day given to
  // start from.
  bool choose_version() {
    const Event* event = rules_.event(rule_.version_event, diagnostics_);
    if (event == nullptr) {
      failed_ = true;
      return false;
    }
    std::optional<Moment> chosen;
    const bool own_start = question_.start && !rule_.versions.empty() &&
                           rule_.versions.back().start == rule_.version_event && !reversed();
    if (own_start) {
      chosen = question_.start;
    } else {
      chosen = moment_of(*event);
    }
    version_event_ = event->name;
    if (!chosen && question_.start && !failed_) {
      chosen = question_.start;
      version_event_.clear();
    }
    if (!chosen) {
      if (!failed_) report_missing(*event);
      // With one version only, what it says holds before its date is known.
      version_ = rule_.versions.size() == 1 ? &rule_.versions.front() : nullptr;
      if (version_ != nullptr) copy_version();
      return false;
    }
    chain_steps_.clear();
    chain_missing_.clear();
    version_day_ = chosen->date;
    version_ = in_force(rule_.versions, version_day_);
    return check_version();
  }

  bool check_version() {
    if (version_ == nullptr) {
      fail("le droit n’est pas couvert avant le " +
               calendar::french(rule_.versions.front().provenance.since) + " pour « " +
               rule_.title + " ».",
           "Aucune date n’est calculée : consultez un avocat ou le texte alors en vigueur.");
      return false;
    }
    if (version_->repealed) {
      fail("la règle « " + rule_.title + " » n’existe plus depuis le " +
               calendar::french(version_->provenance.since) + ".",
           version_->reminder);
      return false;
    }
    return true;
  }

  void describe_version() {
    const Provenance& provenance = version_->provenance;
    deadline_.version = "Règle choisie par la date " +
                        (version_event_.empty() ? std::string("donnée") : with_de(version_event_)) +
                        " (" + french_with_weekday(version_day_) +
                        ")\u00A0: elle vaut pour les dates depuis le " +
                        calendar::french(provenance.since) + ".";
    copy_version();
    if (rule_.versions.size() > 1) say(deadline_.version);
  }

  void copy_version() {
    deadline_.regime = version_->regime;
    deadline_.nature = question_.backwards ? Nature::limit : version_->nature;
    deadline_.basis = version_->basis;
    deadline_.who = french_spaces(version_->who);
    deadline_.lost = french_spaces(version_->lost);
    deadline_.reminder = french_spaces(version_->reminder);
    deadline_.reservation = french_spaces(version_->reservation);
    deadline_.confidence = version_->provenance.confidence;
    deadline_.sources = version_->provenance.sources;
  }

  std::optional<Moment> starting_moment() {
    const Event* event = rules_.event(start_event(), diagnostics_);
    if (event == nullptr) return std::nullopt;
    start_name_ = event->name;
    if (question_.start) {
      if (contradicted(*event)) return std::nullopt;
      return question_.start;
    }
    several_ = false;
    const bool latest = version_->nature == Nature::waiting || version_->nature == Nature::opening;
    const auto moment = moment_of(*event, latest);
    if (!moment && !failed_) report_missing(*event);
    if (several_) {
      say(std::string("Le dossier donne plusieurs dates : la plus ") +
          (latest ? "récente" : "ancienne") + " est retenue.");
    }
    for (std::string& step : chain_steps_) deadline_.steps.push_back(std::move(step));
    return moment;
  }

  // The starting day given twice, and not the same: taking one of them would be a silent choice.
  bool contradicted(const Event& event) {
    const auto told = question_.events.find(event.id);
    if (told == question_.events.end() || told->second == *question_.start) return false;
    fail("deux dates différentes sont données pour " + event.name + " : " +
             calendar::french(question_.start->date) + " et " +
             calendar::french(told->second.date) + ".",
         "Le délai part de ce jour : ne donnez qu’une date.");
    return true;
  }

  [[nodiscard]] Counting directed(Counting counting) const {
    if (!reversed()) return counting;
    counting.backwards = !counting.backwards;
    // The other end of the period is the last day to act: nothing may move it later.
    counting.extension = Extension::none;
    counting.late_start = false;
    return counting;
  }

  bool compute(const Moment& start) {
    auto result =
        count(directed(version_->counting), start, start_name_, holidays_, question_.place);
    if (!result.counted) {
      fail("« " + rule_.title + " » ne peut pas être calculé : " + result.mistake);
      return false;
    }
    for (std::string& step : result.counted->steps) deadline_.steps.push_back(std::move(step));
    deadline_.date = result.counted->end.date;
    deadline_.hour = result.counted->end.minute;
    deadline_.extension = std::move(result.counted->extension);
    if (version_->hour) deadline_.hour = version_->hour;
    if (!apply_done_in_time(start)) return true;
    conclude();
    advise();
    read_otherwise(start);
    for (const int after : version_->reminders) {
      const Date day = start.date + days{after};
      if (day < *deadline_.date) deadline_.reminders.push_back(day);
    }
    return true;
  }

  struct Acts {
    Date limit;  // last day to have done them in time
    std::vector<const Event*> unknown;
    std::optional<Date> latest;  // of those that are known
    [[nodiscard]] bool late() const { return latest && *latest > limit; }
  };

  std::optional<Acts> weigh(const DoneInTime& condition, const Moment& start) {
    const auto limit = count(condition.within, start, start_name_, holidays_, question_.place);
    if (!limit.counted) return std::nullopt;
    Acts acts{limit.counted->end.date, {}, {}};
    for (const std::string& id : condition.acts) {
      const Event* act = rules_.event(id, diagnostics_);
      if (act == nullptr) continue;
      const auto moment = moment_of(*act);
      if (!moment) {
        acts.unknown.push_back(act);
      } else if (!acts.latest || moment->date > *acts.latest) {
        acts.latest = moment->date;
      }
    }
    return acts;
  }

  // False if the date can no longer be that of the rule and the one to put instead is unknown.
  bool apply_done_in_time(const Moment& start) {
    if (!version_->done_in_time || reversed()) return true;
    const auto acts = weigh(*version_->done_in_time, start);
    if (!acts) return true;
    const std::string limit = french_with_weekday(acts->limit);
    if (!acts->late()) {
      std::vector<std::string> names;
      for (const Event* act : acts->unknown) names.push_back(act->name);
      say(names.empty() ? "Les actes exigés ont été accomplis au plus tard le " + limit + "."
                        : "Cette date suppose " + base::join(names, " et ") + " au plus tard le " +
                              limit + ".");
      return true;
    }
    say("Un acte a été accompli après le " + limit + " : la date est celle du dernier acte" +
        (acts->unknown.empty() ? ", " + french_with_weekday(*acts->latest) + "."
                               : std::string(", encore inconnue.")));
    deadline_.date = acts->latest;
    if (acts->unknown.empty()) return true;
    deadline_.date.reset();
    for (const Event* act : acts->unknown) report_missing(*act);
    return false;
  }

  void conclude() {
    const std::string off = day_off(*deadline_.date, holidays_, question_.place);
    const bool extended = !question_.backwards && version_->counting.extension != Extension::none;
    if (deadline_.nature == Nature::limit && !off.empty() && !extended) {
      say("Ce jour est un " + off + " : la date n’est pas reportée.");
    }
    if (deadline_.hour) {
      say("L’heure à retenir est " + hour_french(*deadline_.hour) + ", heure de Paris.");
    }
    if (deadline_.nature == Nature::waiting) {
      say("La démarche est possible à partir du lendemain, " +
          french_with_weekday(*deadline_.date + days{1}) + ".");
    }
  }

  void advise() {
    if (!version_->advice || question_.backwards) return;
    const auto day = calendar::nearest_open_day(*deadline_.date - days{version_->advice->days}, -1,
                                                holidays_, question_.place);
    if (!day || *day == *deadline_.date) return;
    deadline_.advised = AdvisedDay{*day, french_spaces(version_->advice->reason)};
    say("Conseil : agir au plus tard le " + french_with_weekday(*day) + " (" +
        version_->advice->reason + ").");
  }

  void read_otherwise(const Moment& rule_start) {
    for (const Alternative& alternative : version_->alternatives) {
      auto start = std::optional{rule_start};
      if (!alternative.start.empty() && alternative.start != start_event()) {
        const Event* event = rules_.event(alternative.start, diagnostics_);
        start = event == nullptr ? std::nullopt : moment_of(*event);
      }
      if (!start) continue;
      const auto moment = other_moment(alternative, *start);
      if (!moment || *moment == Moment{*deadline_.date, deadline_.hour}) continue;
      deadline_.alternatives.push_back(
          {french_spaces(alternative.label), *moment, alternative.sources});
    }
  }

  // Nothing when this reading gives no date yet.
  std::optional<Moment> other_moment(const Alternative& alternative, const Moment& start) {
    const auto result =
        count(directed(alternative.counting), start, start_name_, holidays_, question_.place);
    if (!result.counted) return std::nullopt;
    Moment moment = result.counted->end;
    if (alternative.hour) moment.minute = alternative.hour;
    if (!alternative.done_in_time) return moment;
    const auto acts = weigh(*alternative.done_in_time, start);
    if (!acts || !acts->late()) return moment;
    if (!acts->unknown.empty()) return std::nullopt;
    return Moment{*acts->latest, std::nullopt};
  }

  const Question& question_;
  const Rule& rule_;
  DeadlineRules& rules_;
  base::Diagnostics& diagnostics_;
  const calendar::Holidays& holidays_;
  int depth_;
  const RuleVersion* version_ = nullptr;
  Date version_day_{};
  std::string version_event_;
  std::string start_name_;
  std::string field_;
  std::vector<std::string> chain_steps_;
  std::vector<std::string> chain_missing_;
  bool several_ = false;
  bool failed_ = false;
  Deadline deadline_;
};

std::optional<Deadline> evaluate_at_depth(const Question& question, DeadlineRules& rules,
                                          base::Diagnostics& diagnostics, int depth) {
  if (depth > deepest_chain) {
    diagnostics.error(base::Kind::content, {},
                      "la règle de délai « " + question.rule + " » dépend d’elle-même.",
                      "Corrigez « règle: » dans content/droit/evenements.yaml.");
    return std::nullopt;
  }
  const Rule* rule = rules.rule(question.rule, diagnostics);
  if (rule == nullptr) return std::nullopt;
  return Evaluation(question, *rule, rules, diagnostics, depth).run();
}

}  // namespace

std::optional<Deadline> evaluate(const Question& question, DeadlineRules& rules,
                                 base::Diagnostics& diagnostics) {
  return evaluate_at_depth(question, rules, diagnostics, 0);
}

}  // namespace law
