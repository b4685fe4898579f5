#pragma once

// A small form that uses every type of field, and ways to load it and to check case files.

#include <map>
#include <optional>
#include <string>

#include "base/files.hpp"
#include "dossier/check.hpp"
#include "dossier/form.hpp"
#include "yaml/node.hpp"

namespace dossier {

using Contents = std::map<std::string, std::string, std::less<>>;

inline Contents sample_contents() {
  return {{"forms/modeles/adresse.yaml", R"(modèle: adresse
titre: Adresse
champs:
  - { nom: ligne, titre: Voie, type: texte, longueur_maximale: 60, longueur_conseillée: 38, exemple: 4 rue Haute }
  - { nom: code, titre: Code postal, type: code postal, exemple: "01000" }
)"},
          {"forms/blocs/faits.yaml", R"(bloc: faits
titre: Les faits
champs:
  - { nom: date, titre: Date des faits, type: date, avant: aujourd’hui, pourquoi: Les délais en dépendent., exemple: "2026-03-14" }
  - { nom: fin, titre: Date de fin, type: date, après: faits.date, exemple: "2026-03-15" }
  - { nom: heure, titre: Heure, type: heure, exemple: "18:30" }
  - { nom: lieu, titre: Lieu, type: texte, longueur_maximale: 40, exemple: la mairie }
  - { nom: récit, titre: Récit, type: texte long, exemple: Il est venu. }
  - nom: natures
    titre: Natures
    type: choix multiple
    choix: [{ valeur: menaces, titre: Menaces }, { valeur: injure, titre: Injure }]
  - { nom: public, titre: En public, type: oui ou non, si: { champ: .natures, contient: injure } }
  - { nom: propos, titre: Propos, type: liste de textes, maximum: 3 }
  - { nom: infraction, titre: Infraction, type: référence, référence_à: infractions }
)"},
          {"forms/blocs/demandeur.yaml", R"(bloc: demandeur
titre: Le demandeur
champs:
  - nom: civilité
    titre: Civilité
    type: choix
    choix: [{ valeur: madame, titre: Madame }, { valeur: monsieur, titre: Monsieur }]
  - { nom: nom, titre: Nom, type: texte, exemple: Marchetti }
  - { nom: adresse, titre: Adresse, type: fiche, modèle: adresse }
  - { nom: téléphone, titre: Téléphone, type: téléphone }
  - { nom: courriel, titre: Courriel, type: courriel }
  - { nom: site, titre: Site, type: adresse internet }
  - { nom: commune, titre: Commune, type: code INSEE }
  - { nom: habitants, titre: Habitants, type: entier, minimum: 1, maximum: 9999 }
)"},
          {"forms/blocs/dépenses.yaml", R"(bloc: dépenses
titre: Les dépenses
liste: oui
champs:
  - nom: classe
    titre: Classe
    type: choix
    choix: [{ valeur: gardiennage, titre: Gardiennage }, { valeur: transport, titre: Transport }]
  - { nom: montant, titre: Montant, type: montant, exemple: "1 250,50 €" }
  - { nom: début, titre: Début, type: date }
  - { nom: fin, titre: Fin, type: date, après: .début }
)"},
          {"forms/blocs/témoins.yaml", R"(bloc: témoins
titre: Les témoins
liste: oui
maximum: 2
champs:
  - { nom: nom, titre: Nom du témoin, type: texte }
)"},
          {"content/droit/infractions/menace.yaml", "titre: Menace contre un élu\n"},
          {"content/droit/infractions/injure.yaml", "titre: Injure publique\n"},
          {"forms/essai.yaml", R"(document: essai
titre: Essai
pour: Tous
description: Un essai.
style: lettre
demande:
  - bloc: faits
    exigés: [date, récit, public]
  - bloc: demandeur
    champs: [nom, civilité, adresse, téléphone]
    exigés: [nom, adresse.code, { champ: téléphone, si: { champ: .civilité, égal: madame } }]
  - bloc: dépenses
    exigés: [montant]
  - bloc: témoins
    facultatif: oui
    exigés: [nom]
conditions:
  injure: { champ: faits.natures, contient: injure }
  injure_publique: { tous: [injure, { champ: faits.public, égal: oui }] }
  coûteux: { champ: dépenses.montant, au_moins: "1000,00" }
délais:
  - { règle: prescription, si: injure, depuis: faits.date }
paramètres:
  - { id: plafond, selon: faits.date }
calculs:
  - { nom: total, somme: dépenses.montant }
  - { nom: transport, somme: dépenses.montant, où: { champ: .classe, égal: transport } }
  - { nom: nombre, compte: dépenses }
  - { nom: par_classe, groupe: dépenses, selon: classe, somme: montant }
contrôles:
  - { si: { champ: dépenses.montant, au_moins: "5000" }, champ: dépenses, message: Trop cher., niveau: avertissement }
  - { si: { champ: .début, avant: faits.date }, champ: dépenses.début, message: Dépense avant les faits. }
appelé_si: { champ: faits.date, présent: oui }
pourquoi_appelé: Des faits sont datés.
)"}};
}

inline std::string messages(const base::Diagnostics& diagnostics) {
  std::string all;
  for (const auto& diagnostic : diagnostics.sorted()) all += to_string(diagnostic) + "\n";
  return all;
}

inline std::optional<Form> sample_form(base::Diagnostics& diagnostics) {
  return load_form(base::MemoryFiles(sample_contents()), "essai", diagnostics);
}

struct Checked {
  Form form;
  std::optional<Case> dossier;
  base::Diagnostics diagnostics;
  std::string text;  // the messages
};

inline Checked check_text(const std::string& yaml, const CheckOptions& options = {}) {
  Checked result;
  result.form = sample_form(result.diagnostics).value_or(Form{});
  const auto root = yaml::parse(yaml, "d.yaml", base::Kind::dossier, result.diagnostics);
  result.dossier = check(root, result.form, options, result.diagnostics);
  result.text = messages(result.diagnostics);
  return result;
}

// Accepted without a warning.
inline const std::string good_case = R"(faits:
  date: 14 mars 2026
  récit: |
    Il est venu.

    Il est reparti.
  natures: [injure]
  public: oui
demandeur:
  nom: Marchetti
  civilité: madame
  téléphone: 01 99 00 12 34
  adresse:
    code: 01000
dépenses:
  - { classe: transport, montant: "1 250,50 €", début: 2026-03-20 }
  - { classe: gardiennage, montant: 100 }
  - { classe: transport, montant: "0,49" }
)";

}  // namespace dossier
