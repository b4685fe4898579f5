#include "web/page.hpp"

#include <array>

namespace web {
namespace {

struct Entry {
  const char *address, *title;
};
constexpr std::array<Entry, 5> menu = {{{"/", "Accueil"},
                                        {"/documents", "Documents"},
                                        {"/delais", "Délais"},
                                        {"/droit", "Droit"},
                                        {"/guide", "Guide"}}};

std::vector<Record> menu_entries(const std::string& section) {
  std::vector<Record> entries;
  for (const Entry& entry : menu) {
    entries.push_back({{"adresse", text(entry.address)},
                       {"intitulé", text(entry.title)},
                       {"courant", Value(section == entry.address)}});
  }
  return entries;
}

std::vector<Record> numbers(const Site& site) {
  std::vector<Record> records;
  for (const EmergencyNumber& number : site.situations().numbers) {
    records.push_back({{"numéro", text(number.shown)},
                       {"lien", text((number.by_message ? "sms:" : "tel:") + number.called)},
                       {"intitulé", text(number.title)},
                       {"abrégé", text(number.short_title)}});
  }
  return records;
}

}  // namespace

Response page(const Site& site, const PageOptions& options, std::string_view name,
              const Record& values) {
  Record frame = {{"titre", text(options.title)},
                  {"menu", list(menu_entries(options.section))},
                  {"numéros", list(numbers(site))},
                  {"feuille", text(site.assets()[0].address)},
                  {"script", text(site.assets()[1].address)},
                  {"icône", text(site.assets()[2].address)},
                  {"version", text(site.version())},
                  {"html_contenu", html(site.templates().render(name, values))}};
  Response response;
  response.status = options.status;
  response.body = site.templates().render("cadre", frame);
  return response;
}

Response message_page(const Site& site, int status, const std::string& title,
                      const std::string& message) {
  return page(site, {title, {}, status}, "message",
              {{"titre", text(title)}, {"message", text(message)}});
}

void add_sealed(const Site& site, const std::string& yaml, Record& values) {
  values.emplace_back("dossier", text(yaml));
  values.emplace_back("sceau", text(site.seal().of(yaml)));
}

namespace {

// "2 183": thousands apart, as French figures are written.
std::string grouped(long long number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3;) digits.insert(i -= 3, "\u202F");
  return digits;
}

}  // namespace

std::string days_left(calendar::Date deadline, calendar::Date today) {
  const auto days = (deadline - today).count();
  if (days == 0) return "c’est aujourd’hui";
  if (days == 1) return "demain";
  if (days > 0) return "dans " + grouped(days) + "\u00A0jours";
  if (days == -1) return "dépassée d’un jour";
  return "dépassée de " + grouped(-days) + "\u00A0jours";
}

}  // namespace web
