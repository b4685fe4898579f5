#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"

// Communes and the authorities that follow from them. Only what is certain: no street address.
// Sources and dates: content/annuaire/LISEZMOI.md.
namespace places {

// INSEE's code of the article that a name carries (TNCC): 0 de, 1 d’, 2 du, 3 de la, 4 des,
// 5 de l’, 6 des (aux), 8 de (los).
using Liaison = int;

struct Commune {
  std::string code;  // INSEE, five characters
  std::string name;
  Liaison liaison = 0;
  std::string department;
  std::string arrondissement;
  std::string epci;               // SIREN, or empty
  std::optional<int> population;  // municipal population
  std::vector<std::string> postal_codes;
};

struct Department {
  std::string code, name;
  Liaison liaison = 0;
  std::string seat;  // INSEE code of the commune where the préfecture stands
};

// The représentant de l’État for a commune: the sous-préfecture of its arrondissement, or the
// préfecture when the arrondissement is the one of the chef-lieu.
struct StateOffice {
  bool sous_prefecture = false;
  std::string department;      // « Ain »
  std::string department_of;   // « de l’Ain »
  std::string arrondissement;  // « Belley », for a sous-préfecture
  std::string arrondissement_of;
  std::string seat;  // « Belley »
};

class Directory {
 public:
  // Reads the tables of content/annuaire; a missing table leaves that part empty.
  explicit Directory(const base::Files& files);

  [[nodiscard]] std::optional<Commune> commune(std::string_view code) const;
  // Communes of this exact name, whatever the accents, case, hyphens and apostrophes; sorted by
  // code. Homonyms are many (3 675 names are shared): show the département of each.
  [[nodiscard]] std::vector<Commune> named(std::string_view name) const;
  // At most `limit` communes whose name begins so, the most populated first.
  [[nodiscard]] std::vector<Commune> suggestions(std::string_view beginning,
                                                 std::size_t limit) const;
  [[nodiscard]] std::optional<Department> department(std::string_view code) const;
  // Nothing where the représentant de l’État is not simply a préfet: see state_office_apart.
  [[nodiscard]] std::optional<StateOffice> state_office(const Commune& commune) const;
  // Why no préfecture is given for this département (Paris, overseas collectivities), or empty.
  [[nodiscard]] std::string state_office_apart(std::string_view department) const;
  [[nodiscard]] std::string epci_name(const Commune& commune) const;
  // Seat of the tribunal administratif (article R. 221-3 of the code de justice administrative).
  [[nodiscard]] std::string administrative_court(std::string_view department) const;
  // Seats of the tribunaux judiciaires of the département: certain if there is only one, else a
  // list to choose from.
  [[nodiscard]] std::vector<std::string> judicial_courts(std::string_view department) const;

 private:
  [[nodiscard]] static std::string_view line_of(const std::string& table, std::string_view code);

  std::string communes_, departments_, arrondissements_, epci_, administrative_, judicial_;
  std::string apart_;  // départements whose représentant de l’État is not simply a préfet
};

// « de l’Ain », « d’Abbeville », « du Mans » (the article of « Le Mans » is absorbed).
[[nodiscard]] std::string with_de(std::string_view name, Liaison liaison);

}  // namespace places
