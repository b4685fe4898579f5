#include "law/penalty.hpp"

#include <charconv>
#include <tuple>

#include "base/text.hpp"
#include "law/citation.hpp"

namespace law {
namespace {

constexpr base::Kind kind = base::Kind::content;

// « 7 ans », « 1 an », « 6 mois », in months; reports anything else.
int read_length(const yaml::Node& node, base::Diagnostics& diagnostics) {
  if (node.absent()) return 0;
  const std::vector<std::string> words = base::split(node.text(), ' ');
  int number = 0;
  if (words.size() == 2 && !words[0].empty()) {
    const char* end = words[0].data() + words[0].size();
    const auto [stop, error] = std::from_chars(words[0].data(), end, number);
    const bool whole = error == std::errc() && stop == end && number > 0;
    if (whole && (words[1] == "ans" || words[1] == "an")) return number * 12;
    if (whole && words[1] == "mois") return number;
  }
  diagnostics.error(kind, node.position(), "une durée est attendue, en ans ou en mois.",
                    "Écrivez par exemple « 7 ans » ou « 6 mois ».");
  return 0;
}

std::string length_in_words(int months) {
  if (months % 12 == 0) {
    const int years = months / 12;
    return french_number(years) + (years == 1 ? " an" : " ans");
  }
  return french_number(months) + " mois";
}

}  // namespace

Penalty read_penalty(const yaml::Node& node, base::Diagnostics& diagnostics) {
  Penalty penalty;
  yaml::check_keys(node, {"prison", "réclusion", "amende", "tig", "classe"}, kind, diagnostics);
  penalty.imprisonment_months = read_length(node["prison"], diagnostics);
  penalty.reclusion_years = read_length(node["réclusion"], diagnostics) / 12;
  if (!node["amende"].absent()) {
    penalty.fine_euros = yaml::integer(node["amende"], kind, diagnostics).value_or(0);
  }
  if (!node["tig"].absent()) {
    penalty.community_work = yaml::yes_no(node["tig"], kind, diagnostics).value_or(false);
  }
  if (!node["classe"].absent()) {
    penalty.petty_class =
        static_cast<int>(yaml::integer(node["classe"], kind, diagnostics).value_or(0));
  }
  const bool empty =
      penalty.imprisonment_months == 0 && penalty.reclusion_years == 0 && penalty.fine_euros <= 0;
  if (empty) {
    diagnostics.error(kind, node.position(), "cette peine est vide.",
                      "Indiquez au moins « prison », « réclusion » ou « amende ».");
  }
  if (penalty.petty_class < 0 || penalty.petty_class > 5) {
    diagnostics.error(kind, node["classe"].position(), "« classe » va de 1 à 5.");
  }
  return penalty;
}

std::string french(const Penalty& penalty) {
  if (penalty.petty_class > 0) {
    const std::string rank =
        penalty.petty_class == 1 ? "1re" : std::to_string(penalty.petty_class) + "e";
    return "amende de " + french_euros(penalty.fine_euros) + " au plus (contravention de la " +
           rank + " classe)";
  }
  std::vector<std::string> parts;
  if (penalty.reclusion_years > 0) {
    parts.push_back(length_in_words(penalty.reclusion_years * 12) + " de réclusion criminelle");
  }
  if (penalty.imprisonment_months > 0) {
    parts.push_back(length_in_words(penalty.imprisonment_months) + " d’emprisonnement");
  }
  if (penalty.fine_euros > 0) {
    parts.push_back(french_euros(penalty.fine_euros) + " d’amende");
  }
  if (penalty.community_work) parts.emplace_back("un travail d’intérêt général");
  return french_list(parts);
}

std::string french_custody(const Penalty& penalty) {
  const int months =
      penalty.reclusion_years > 0 ? penalty.reclusion_years * 12 : penalty.imprisonment_months;
  if (months == 0) return "—";
  if (months % 12 != 0) return std::to_string(months) + "\u00A0mois";
  return std::to_string(months / 12) + (months == 12 ? "\u00A0an" : "\u00A0ans");
}

bool harsher(const Penalty& left, const Penalty& right) {
  const auto rank = [](const Penalty& penalty) {
    return std::make_tuple(penalty.reclusion_years, penalty.imprisonment_months, penalty.fine_euros,
                           penalty.community_work);
  };
  return rank(left) > rank(right);
}

std::string french_number(int number) {
  static const char* const small[] = {"zéro",   "un",    "deux",     "trois",    "quatre",
                                      "cinq",   "six",   "sept",     "huit",     "neuf",
                                      "dix",    "onze",  "douze",    "treize",   "quatorze",
                                      "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"};
  static const char* const tens[] = {
      "",          "",         "vingt",    "trente",       "quarante",
      "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"};
  if (number < 0 || number > 99) return std::to_string(number);
  if (number < 20) return small[number];
  const int ten = number / 10;
  const bool by_twenty = ten == 7 || ten == 9;  // soixante-douze, quatre-vingt-treize
  const int rest = number % 10 + (by_twenty ? 10 : 0);
  if (rest == 0) return number == 80 ? "quatre-vingts" : tens[ten];
  const bool et = (rest == 1 || rest == 11) && ten < 8;
  return std::string(tens[ten]) + (et ? " et " : "-") + small[rest];
}

std::string french_euros(std::int64_t euros) {
  const std::string digits = std::to_string(euros);
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped += "\u202F";
    grouped += digits[i];
  }
  return grouped + "\u00A0€";
}

}  // namespace law
