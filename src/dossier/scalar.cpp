#include "dossier/scalar.hpp"

#include <unictype.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"

namespace dossier {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Blanks of any width become one ASCII space, none at either end.
std::string with_plain_spaces(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    char32_t c = base::next_code_point(text, offset);
    if (c == U'\t' || c == U'\u00A0' || c == U'\u202F' || c == U'\u2009') c = U' ';
    if (c == U' ' && (result.empty() || result.back() == ' ')) continue;
    base::append_utf8(result, c);
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

// Up to nine digits.
std::optional<unsigned> small_number(std::string_view text) {
  if (!all_digits(text) || text.size() > 9) return std::nullopt;
  unsigned value = 0;
  for (const char c : text) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

std::optional<unsigned> month_number(std::string_view name) {
  constexpr std::array<std::string_view, 12> months = {
      "janvier", "fevrier", "mars",      "avril",   "mai",      "juin",
      "juillet", "aout",    "septembre", "octobre", "novembre", "decembre"};
  const auto found = std::find(months.begin(), months.end(), base::fold(name));
  if (found == months.end()) return std::nullopt;
  return static_cast<unsigned>(found - months.begin()) + 1;
}

Parsed<calendar::Date> make(std::optional<unsigned> year, std::optional<unsigned> month,
                            std::optional<unsigned> day) {
  const std::string no_such_day = "Ce jour n’existe pas dans le calendrier.";
  if (!year || !month || !day || *year > 9999) return {std::nullopt, no_such_day};
  const auto date = calendar::make_date(static_cast<int>(*year), *month, *day);
  if (!date) return {std::nullopt, no_such_day};
  return {date, {}};
}

// Decimal digits, possibly grouped by three with spaces; nothing if grouped otherwise.
std::optional<std::string> ungrouped(std::string_view text) {
  const auto groups = base::split(text, ' ');
  std::string digits;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool right_size =
        i == 0 ? groups.size() == 1 || groups[i].size() <= 3 : groups[i].size() == 3;
    if (!all_digits(groups[i]) || !right_size) return std::nullopt;
    digits += groups[i];
  }
  return digits;
}

// Removes a leading minus (ASCII or U+2212) and says whether there was one.
bool take_minus(std::string& text) {
  for (const std::string_view minus : {"-", "\u2212"}) {
    if (!text.starts_with(minus)) continue;
    text.erase(0, minus.size());
    if (text.starts_with(' ')) text.erase(0, 1);
    return true;
  }
  return false;
}

std::optional<std::int64_t> to_number(const std::string& digits, std::size_t most) {
  if (digits.size() > most) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

void remove_currency(std::string& text) {
  for (const std::string_view suffix : {"€", "euros", "euro", "EUR"}) {
    if (!text.ends_with(suffix)) continue;
    text.erase(text.size() - suffix.size());
    if (text.ends_with(' ')) text.pop_back();
    return;
  }
}

}  // namespace

Parsed<calendar::Date> parse_date(std::string_view text) {
  const std::string plain = with_plain_spaces(text);
  const std::string how = "Une date s’écrit AAAA-MM-JJ, JJ/MM/AAAA ou « 3 mai 2026 ».";
  if (const auto parts = base::split(plain, '-'); parts.size() == 3) {
    if (parts[0].size() != 4 || parts[1].size() != 2 || parts[2].size() != 2) {
      return {std::nullopt, how};
    }
    if (!all_digits(parts[0]) || !all_digits(parts[1]) || !all_digits(parts[2])) {
      return {std::nullopt, how};
    }
    return make(small_number(parts[0]), small_number(parts[1]), small_number(parts[2]));
  }
  if (const auto parts = base::split(plain, '/'); parts.size() == 3) {
    const bool numbers = std::all_of(parts.begin(), parts.end(), all_digits);
    if (!numbers || parts[0].size() > 2 || parts[1].size() > 2) return {std::nullopt, how};
    if (parts[2].size() == 2) {
      return {std::nullopt, "L’année est écrite sur deux chiffres : le siècle serait deviné."};
    }
    if (parts[2].size() != 4) return {std::nullopt, how};
    return make(small_number(parts[2]), small_number(parts[1]), small_number(parts[0]));
  }
  if (const auto parts = base::split(plain, ' '); parts.size() == 3) {
    const std::string day = parts[0] == "1er" ? "1" : parts[0];
    const auto month = month_number(parts[1]);
    if (!month) return {std::nullopt, "Le nom du mois n’est pas reconnu."};
    if (!all_digits(day) || day.size() > 2 || !all_digits(parts[2]) || parts[2].size() != 4) {
      return {std::nullopt, how};
    }
    return make(small_number(parts[2]), month, small_number(day));
  }
  return {std::nullopt, how};
}

Parsed<Time> parse_time(std::string_view text) {
  std::string plain = with_plain_spaces(text);
  plain.erase(std::remove(plain.begin(), plain.end(), ' '), plain.end());
  const std::string how = "Une heure s’écrit « 18:30 » ou « 18 h 30 ».";
  const auto separator = plain.find_first_of(":h");
  if (separator == std::string::npos) return {std::nullopt, how};
  const std::string hour_text = plain.substr(0, separator);
  const std::string minute_text = plain.substr(separator + 1);
  const bool whole_hour = plain[separator] == 'h' && minute_text.empty();
  if (!all_digits(hour_text) || hour_text.size() > 2) return {std::nullopt, how};
  if (!whole_hour && (!all_digits(minute_text) || minute_text.size() != 2)) {
    return {std::nullopt, how};
  }
  const Time time{small_number(hour_text).value_or(99),
                  whole_hour ? 0 : small_number(minute_text).value_or(99)};
  if (time.hour > 23 || time.minute > 59) {
    return {std::nullopt, "Cette heure n’existe pas : de 00:00 à 23:59."};
  }
  return {time, {}};
}

Parsed<Amount> parse_amount(std::string_view text) {
  std::string plain = with_plain_spaces(text);
  remove_currency(plain);
  const bool negative = take_minus(plain);
  const std::string how =
      "Un montant s’écrit en euros, avec une virgule et deux décimales : « 1250,50 ».";
  const auto commas = std::count(plain.begin(), plain.end(), ',');
  const auto points = std::count(plain.begin(), plain.end(), '.');
  if (commas + points > 1) {
    return {std::nullopt,
            "Une seule virgule est permise, et les milliers se séparent par une espace."};
  }
  const auto separator = plain.find_first_of(",.");
  const std::string decimals =
      separator == std::string::npos ? std::string() : plain.substr(separator + 1);
  if (points == 1 && decimals.size() == 3) {
    return {std::nullopt,
            "Ce point peut séparer des milliers ou des décimales : le montant est ambigu."};
  }
  if (separator != std::string::npos && (!all_digits(decimals) || decimals.size() > 2)) {
    return {std::nullopt, how};
  }
  const auto euros = ungrouped(plain.substr(0, separator));
  if (!euros) return {std::nullopt, how};
  const auto value = to_number(*euros, 12);
  if (!value) return {std::nullopt, "Ce montant est trop grand."};
  const std::string padded = (decimals + "00").substr(0, 2);
  const std::int64_t cents = *value * 100 + small_number(padded).value_or(0);
  return {Amount{negative ? -cents : cents}, {}};
}

Parsed<std::int64_t> parse_integer(std::string_view text) {
  std::string plain = with_plain_spaces(text);
  const bool negative = take_minus(plain);
  const auto digits = ungrouped(plain);
  if (!digits) return {std::nullopt, "Un nombre entier s’écrit en chiffres, sans virgule."};
  const auto value = to_number(*digits, 15);
  if (!value) return {std::nullopt, "Ce nombre est trop grand."};
  return {negative ? -*value : *value, {}};
}

std::optional<std::string> postal_code_problem(std::string_view text) {
  if (text.size() == 5 && all_digits(text)) return std::nullopt;
  return "Un code postal a cinq chiffres, zéro initial compris.";
}

std::optional<std::string> insee_code_problem(std::string_view text) {
  const bool corsican = text.starts_with("2A") || text.starts_with("2B");
  if (text.size() == 5 && all_digits(text.substr(corsican ? 2 : 0))) return std::nullopt;
  return "Un code INSEE de commune a cinq caractères : cinq chiffres, ou 2A ou 2B et trois "
         "chiffres.";
}

std::optional<std::string> email_problem(std::string_view text) {
  const std::string how = "Un courriel s’écrit « nom@domaine.fr ».";
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 254) return how;
  const std::string_view name = text.substr(0, at);
  const bool plain_name = std::all_of(name.begin(), name.end(), [](char c) {
    return is_letter(c) || is_digit(c) ||
           std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
  });
  if (!plain_name || name.front() == '.' || name.back() == '.') return how;
  const auto labels = base::split(text.substr(at + 1), '.');
  if (labels.size() < 2 || labels.back().size() < 2) return how;
  for (const std::string& label : labels) {
    const bool valid = !label.empty() && label.front() != '-' && label.back() != '-' &&
                       std::all_of(label.begin(), label.end(),
                                   [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
    if (!valid) return how;
  }
  return std::nullopt;
}

std::optional<std::string> phone_problem(std::string_view text) {
  const std::string how =
      "Un numéro de téléphone s’écrit « 01 23 45 67 89 », ou « +33 1 23 45 67 89 ».";
  std::string digits;
  const bool international = text.starts_with('+');
  const std::string plain = with_plain_spaces(text.substr(international ? 1 : 0));
  for (const char c : plain) {
    if (is_digit(c)) {
      digits += c;
    } else if (c != ' ' && c != '.' && c != '-' && !(international && (c == '(' || c == ')'))) {
      return how;
    }
  }
  const bool french = digits.size() == 10 && digits[0] == '0' && digits[1] != '0';
  const bool abroad = digits.size() >= 8 && digits.size() <= 15 && digits[0] != '0';
  if (international ? abroad : french) return std::nullopt;
  return how;
}

std::optional<std::string> web_address_problem(std::string_view text) {
  const std::string how = "Une adresse internet commence par « https:// » ou « http:// ».";
  std::string_view rest = text;
  if (rest.starts_with("https://")) {
    rest.remove_prefix(8);
  } else if (rest.starts_with("http://")) {
    rest.remove_prefix(7);
  } else {
    return how;
  }
  for (std::size_t offset = 0; offset < rest.size();) {
    const char32_t c = base::next_code_point(rest, offset);
    if (uc_is_space(static_cast<ucs4_t>(c)) || c == U'\u00A0' || c == U'\u202F' || c == U'<' ||
        c == U'>' || c == U'"') {
      return "Une adresse internet ne contient ni espace ni guillemets.";
    }
  }
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  if (host.find('.') == std::string_view::npos || host.front() == '.' || host.back() == '.') {
    return "Il manque le nom du site après « // ».";
  }
  return std::nullopt;
}

std::optional<char32_t> refused_character(std::string_view text, bool several_lines) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = base::next_code_point(text, offset);
    if (several_lines && (c == U'\n' || c == U'\t')) continue;
    const auto code = static_cast<ucs4_t>(c);
    const bool refused = uc_is_general_category_withtable(
        code, UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cs |
                  UC_CATEGORY_MASK_Cn | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp);
    const bool bidirectional =
        (c >= U'\u202A' && c <= U'\u202E') || (c >= U'\u2066' && c <= U'\u2069');
    if (refused || bidirectional || c == U'\uFFFD') return c;
  }
  return std::nullopt;
}

}  // namespace dossier
