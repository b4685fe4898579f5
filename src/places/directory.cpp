#include "places/directory.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"

namespace places {
namespace {

constexpr std::string_view folder = "content/annuaire/";

std::vector<std::string> cells_of(std::string_view line) { return base::split(line, '\t'); }

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// How people type a name: without accents, case, hyphens or apostrophes; « St » for « Saint ».
std::string search_key(std::string_view name) {
  std::string key = base::fold(name);
  for (char& c : key) {
    if (c == '-' || c == '\'') c = ' ';
  }
  std::string result;
  for (const std::string& word : base::split(key, ' ')) {
    if (word.empty()) continue;
    if (!result.empty()) result += ' ';
    result += word == "st" ? "saint" : word == "ste" ? "sainte" : word;
  }
  return result;
}

// Calls visit(line) for every line but the header, until it returns false.
template <typename Visit>
void each_line(const std::string& table, Visit visit) {
  std::string_view rest = table;
  rest.remove_prefix(std::min(rest.find('\n') + 1, rest.size()));
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    if (!visit(rest.substr(0, end)) || end == std::string_view::npos) return;
    rest.remove_prefix(end + 1);
  }
}

Commune commune_of(std::string_view line) {
  const auto cells = cells_of(line);
  Commune commune;
  if (cells.size() != 8) return commune;
  commune.code = cells[0];
  commune.name = cells[1];
  commune.liaison = number(cells[2]);
  commune.department = cells[3];
  commune.arrondissement = cells[4];
  commune.epci = cells[5];
  if (!cells[6].empty()) commune.population = number(cells[6]);
  if (!cells[7].empty()) commune.postal_codes = base::split(cells[7], ' ');
  return commune;
}

std::string_view second_cell(std::string_view line) {
  const auto start = line.find('\t');
  if (start == std::string_view::npos) return {};
  line.remove_prefix(start + 1);
  return line.substr(0, line.find('\t'));
}

}  // namespace

std::string with_de(std::string_view name, Liaison liaison) {
  struct Form {
    std::string_view own_article, preposition;
  };
  // What a name may begin with, and what « de » makes of it.
  constexpr std::array<Form, 9> forms = {{{"", "de "},
                                          {"", "d’"},
                                          {"Le ", "du "},
                                          {"La ", "de La "},
                                          {"Les ", "des "},
                                          {"L’", "de L’"},
                                          {"Aux ", "des Aux "},
                                          {"Las ", "de Las "},
                                          {"Los ", "de Los "}}};
  const Form& form = forms[static_cast<std::size_t>(std::clamp(liaison, 0, 8))];
  if (!form.own_article.empty() && name.starts_with(form.own_article)) {
    return std::string(form.preposition) + std::string(name.substr(form.own_article.size()));
  }
  constexpr std::array<std::string_view, 9> without_article = {
      "de ", "d’", "du ", "de la ", "des ", "de l’", "des ", "de ", "de "};
  return std::string(without_article[static_cast<std::size_t>(std::clamp(liaison, 0, 8))]) +
         std::string(name);
}

Directory::Directory(const base::Files& files) {
  const auto table = [&](std::string_view name) {
    return files.read(std::string(folder) + std::string(name)).value_or(std::string());
  };
  communes_ = table("communes.tsv");
  departments_ = table("departements.tsv");
  arrondissements_ = table("arrondissements.tsv");
  epci_ = table("epci.tsv");
  administrative_ = table("tribunaux-administratifs.tsv");
  judicial_ = table("tribunaux-judiciaires.tsv");
  apart_ = table("representants-a-part.tsv");
}

std::string_view Directory::line_of(const std::string& table, std::string_view code) {
  std::string_view found;
  if (code.empty()) return found;
  each_line(table, [&](std::string_view line) {
    const bool same =
        line.starts_with(code) && line.size() > code.size() && line[code.size()] == '\t';
    if (same) found = line;
    return !same;
  });
  return found;
}

std::optional<Commune> Directory::commune(std::string_view code) const {
  const auto line = line_of(communes_, code);
  if (line.empty()) return std::nullopt;
  return commune_of(line);
}

std::vector<Commune> Directory::named(std::string_view name) const {
  std::vector<Commune> found;
  const std::string key = search_key(name);
  each_line(communes_, [&](std::string_view line) {
    if (search_key(second_cell(line)) == key) found.push_back(commune_of(line));
    return true;
  });
  return found;
}

std::vector<Commune> Directory::suggestions(std::string_view beginning, std::size_t limit) const {
  std::vector<Commune> found;
  const std::string key = search_key(beginning);
  if (key.empty()) return found;
  each_line(communes_, [&](std::string_view line) {
    if (search_key(second_cell(line)).starts_with(key)) found.push_back(commune_of(line));
    return true;
  });
  std::stable_sort(found.begin(), found.end(), [](const Commune& a, const Commune& b) {
    return a.population.value_or(0) > b.population.value_or(0);
  });
  if (found.size() > limit) found.resize(limit);
  return found;
}

std::optional<Department> Directory::department(std::string_view code) const {
  const auto cells = cells_of(line_of(departments_, code));
  if (cells.size() != 5) return std::nullopt;
  return Department{cells[0], cells[1], number(cells[2]), cells[4]};
}

std::optional<StateOffice> Directory::state_office(const Commune& commune) const {
  const auto department = this->department(commune.department);
  if (!department || !state_office_apart(department->code).empty()) return std::nullopt;
  StateOffice office;
  office.department = department->name;
  office.department_of = with_de(department->name, department->liaison);
  std::string seat = department->seat;
  const auto cells = cells_of(line_of(arrondissements_, commune.arrondissement));
  // The arrondissement of the chef-lieu is administered from the préfecture itself.
  if (cells.size() == 5 && cells[4] != department->seat) {
    office.sous_prefecture = true;
    office.arrondissement = cells[1];
    office.arrondissement_of = with_de(cells[1], number(cells[2]));
    seat = cells[4];
  }
  const auto town = this->commune(seat);
  office.seat = town ? town->name : std::string();
  return office;
}

std::string Directory::state_office_apart(std::string_view department) const {
  return std::string(second_cell(line_of(apart_, department)));
}

std::string Directory::epci_name(const Commune& commune) const {
  return std::string(second_cell(line_of(epci_, commune.epci)));
}

std::string Directory::administrative_court(std::string_view department) const {
  return std::string(second_cell(line_of(administrative_, department)));
}

std::vector<std::string> Directory::judicial_courts(std::string_view department) const {
  std::vector<std::string> seats;
  each_line(judicial_, [&](std::string_view line) {
    if (line.substr(0, line.find('\t')) == department) seats.emplace_back(second_cell(line));
    return true;
  });
  return seats;
}

}  // namespace places
