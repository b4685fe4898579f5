#pragma once

#include <string>
#include <utility>
#include <vector>

#include "document/document.hpp"

// Documents built by hand, for the tests of the writers.
namespace samples {

using namespace document;

inline Inline text(std::string utf8) { return {Text{std::move(utf8), false}}; }
inline Inline typed(std::string utf8) { return {Text{std::move(utf8), true}}; }
inline Inline line_break() { return {LineBreak{}}; }

inline Block paragraph(Inlines content) { return {Paragraph{std::move(content)}}; }
inline Block paragraph(std::string utf8) { return paragraph(Inlines{text(std::move(utf8))}); }

inline Block lines(const std::vector<std::string>& each) {
  Inlines content;
  for (const std::string& one : each) {
    if (!content.empty()) content.push_back(line_break());
    content.push_back(text(one));
  }
  return paragraph(std::move(content));
}

inline Block div(std::string name, Blocks content) {
  Div result;
  result.attributes.classes = {std::move(name)};
  result.content = std::move(content);
  return {std::move(result)};
}

inline Block heading(int level, std::string title, std::string id = {}) {
  Heading result;
  result.level = level;
  result.attributes.id = std::move(id);
  result.content = {text(std::move(title))};
  return {std::move(result)};
}

inline Row row(const std::vector<std::string>& cells) {
  Row result;
  for (const std::string& cell : cells) result.push_back({paragraph(cell)});
  return result;
}

inline Table expenses() {
  Table table;
  table.caption = {text("Dépenses de sécurité")};
  table.columns = {{Alignment::start, 0}, {Alignment::start, 0}, {Alignment::end, 0}};
  table.header = row({"Date", "Objet", "Montant"});
  table.rows = {row({"12/03/2026", "Caméra à l’entrée du domicile", "1 250,00 €"}),
                row({"14/03/2026", "Pose par un installateur certifié", "300,00 €"}),
                row({"Total", "", "1 550,00 €"})};
  table.total_rows = {2};
  return table;
}

inline Figure timeline() {
  Figure result;
  result.alternative = "Du 12 mars au 22 mars : réception, \"effet\" & <échéance>.";
  result.content =
      Timeline{{{"2026-03-12", "Réception", "depart"}, {"2026-03-22", "Échéance", "echeance"}}};
  return result;
}

inline std::string timeline_svg(const Figure&) {
  return R"(<svg xmlns="http://www.w3.org/2000/svg" width="600" height="80" viewBox="0 0 600 80">)"
         R"(<line x1="20" y1="40" x2="580" y2="40" stroke="#1f3864" stroke-width="4"/>)"
         R"(<circle cx="60" cy="40" r="10" fill="#1f3864"/>)"
         R"(<circle cx="540" cy="40" r="10" fill="#9c2a10"/></svg>)";
}

// A letter with one of everything.
inline Document letter() {
  Document result;
  result.metadata = {
      "Plainte pour menaces de mort", "fr-FR", "Claire Martin", "Menaces", "2026-05-22", "lettre"};
  Blocks& b = result.blocks;
  b.push_back(div("expediteur", {lines({"Claire Martin", "Maire de Saint-Exemple",
                                        "1, place de la République", "35000 SAINT-EXEMPLE"})}));
  b.push_back(div("destinataire",
                  {lines({"Monsieur le procureur de la République", "Tribunal judiciaire de Rennes",
                          "7, rue Pierre-Abélard", "35000 RENNES"})}));
  b.push_back(div("lieu-date", {paragraph("Saint-Exemple, le 22 mai 2026")}));
  b.push_back(div("envoi", {paragraph("Lettre recommandée avec avis de réception")}));
  b.push_back(div("objet", {paragraph("Objet : plainte pour menaces de mort")}));
  b.push_back(div("references", {paragraph("Références : article 433-3 du code pénal")}));
  b.push_back(paragraph("Monsieur le procureur,"));
  Note note;
  note.content = {paragraph("Note en bas de page.")};
  b.push_back(paragraph({text("J’ai l’honneur de porter plainte pour des faits commis le "),
                         {Strong{{text("12 mars 2026")}}},
                         text(", jour du 1"),
                         {Superscript{{text("er")}}},
                         text(" tour"),
                         {Note{note}},
                         text(".")}));
  b.push_back(heading(2, "Les faits", "faits"));
  b.push_back({Quote{{paragraph({typed("« On sait où tu habites & on viendra <ce soir> »")})}}});
  b.push_back(div("en-bref", {paragraph({{Strong{{text("En bref")}}}}),
                              paragraph("Trois messages ont été reçus en deux jours, tous du même "
                                        "auteur, qui menace de venir au domicile."),
                              {BulletList{{{paragraph("le premier, le 12 mars à 18 h 30, sur le "
                                                      "répondeur de la mairie ;")},
                                           {paragraph("les deux autres, par courriel.")}}}},
                              paragraph("Une main courante a été déposée.")}));
  b.push_back(div("attention", {paragraph("La plainte interrompt la prescription seulement "
                                          "si elle est suivie d’un acte d’enquête.")}));
  b.push_back({OrderedList{1, {{paragraph("Premier point.")}, {paragraph("Second point.")}}}});
  b.push_back({expenses()});
  b.push_back({timeline()});
  b.push_back({ThematicBreak{}});
  b.push_back(paragraph({text("Voir "),
                         {Link{{text("les faits")}, "#faits", ""}},
                         text(" et "),
                         {Link{{text("la page")}, "https://www.legifrance.gouv.fr/", "Légifrance"}},
                         text(".")}));
  b.push_back(div("signature", {paragraph("Claire Martin")}));
  b.push_back(div("pieces-jointes", {paragraph("Pièces jointes : trois captures d’écran.")}));
  return result;
}

}  // namespace samples
