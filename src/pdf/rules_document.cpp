// Rules on the document as a whole. The numbers are those of the Matterhorn protocol 1.1.
#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>

#include "pdf/inspection.hpp"
#include "pdf/metadata_reading.hpp"
#include "pdf/tree_reading.hpp"

namespace pdf {

namespace {

bool is_true(QPDFObjectHandle object) { return object.isBool() && object.getBoolValue(); }

// BCP 47, by its form: "fr", "fr-FR".
bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;
  bool first = true;
  for (const char character : tag) {
    if (character == '-') {
      if (length == 0 || (first && length < 2)) {
        return false;
      }
      first = false;
      length = 0;
      continue;
    }
    const bool letter = std::isalpha(static_cast<unsigned char>(character)) != 0;
    const bool digit = character >= '0' && character <= '9';
    if ((!letter && (first || !digit)) || ++length > 8) {
      return false;
    }
  }
  return length >= (first ? 2U : 1U);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool has_headings(const StructureReading& structure) {
  return std::any_of(structure.elements.begin(), structure.elements.end(), [](const auto& element) {
    return element.type.size() <= 2 && element.type.starts_with("H");
  });
}

void check_attachments(const Inspection& inspection, Findings& findings) {
  Rule rule("pieces-jointes", "Les fichiers joints ont un nom lisible (Matterhorn 21-001)");
  const auto files = entry(entry(inspection.catalog, "/Names"), "/EmbeddedFiles");
  for (const auto& file : tree_values(files, "/Names")) {
    rule.require(entry(file, "/F").isString() && entry(file, "/UF").isString(),
                 "21-001 : un fichier joint n’a pas ses deux noms (F et UF)");
  }
  findings.push_back(rule.finish());
}

// Optional content: every configuration is named, and none switches by itself.
void check_layers(const Inspection& inspection, Findings& findings) {
  Rule rule("calques", "Les calques ont un nom et restent tels quels (Matterhorn 20-001 à 20-003)");
  auto properties = entry(inspection.catalog, "/OCProperties");
  std::vector<QPDFObjectHandle> configurations;
  if (properties.isDictionary()) {
    configurations.push_back(entry(properties, "/D"));
    if (auto others = entry(properties, "/Configs"); others.isArray()) {
      const auto more = others.getArrayAsVector();
      configurations.insert(configurations.end(), more.begin(), more.end());
    }
  }
  for (const auto& configuration : configurations) {
    rule.require(!is_blank(text_of(entry(configuration, "/Name"))),
                 "20-001, 20-002 : une configuration de calques n’a pas de nom");
    rule.require(entry(configuration, "/AS").isNull(),
                 "20-003 : des calques changent d’eux-mêmes selon l’usage (AS)");
  }
  findings.push_back(rule.finish());
}

}  // namespace

void check_identity(const Inspection& inspection, Findings& findings) {
  const auto& catalog = inspection.catalog;
  Rule tagged("balise", "Le document est balisé (Matterhorn 01-007)");
  tagged.require(inspection.structure.present, "il n’y a pas d’arbre de structure");
  tagged.require(is_true(entry(entry(catalog, "/MarkInfo"), "/Marked")),
                 "MarkInfo ne dit pas que le document est balisé");
  tagged.require(!is_true(entry(entry(catalog, "/MarkInfo"), "/Suspects")),
                 "01-007 : MarkInfo signale des balises douteuses (Suspects)");
  findings.push_back(tagged.finish());

  Rule language("langue", "La langue du document est donnée (Matterhorn 11-006)");
  language.require(is_language_tag(text_of(entry(catalog, "/Lang"))),
                   "11-006 : Lang est absent ou n’est pas un code de langue");
  findings.push_back(language.finish());

  Rule title("titre",
             "Le document a un titre, que le lecteur affiche (Matterhorn 06-001, 06-003, 07)");
  title.require(!inspection.metadata.empty(), "06-001 : il n’y a pas de métadonnées XMP");
  title.require(!is_blank(xmp_item(inspection.metadata, "dc:title")),
                "06-003 : les métadonnées XMP ne donnent pas de titre (dc:title)");
  auto shown = entry(entry(catalog, "/ViewerPreferences"), "/DisplayDocTitle");
  title.require(is_true(shown),
                std::string(shown.isNull() ? "07-001" : "07-002") +
                    " : le lecteur afficherait le nom du fichier (DisplayDocTitle)");
  findings.push_back(title.finish());

  Rule parts("langue-elements",
             "Les changements de langue ont un code de langue (Matterhorn 11-001, 11-002)");
  for (const auto& element : inspection.structure.elements) {
    if (element.has_language) {
      parts.applies();
      if (!is_language_tag(element.language)) {
        parts.fault(element.page, "un élément " + element.raw_type + " a une langue mal écrite");
      }
    }
  }
  findings.push_back(parts.finish());
}

void check_safety(const Inspection& inspection, Findings& findings) {
  const auto& catalog = inspection.catalog;
  Rule encryption("chiffrement", "Le chiffrement laisse lire le texte (Matterhorn 26-001, 26-002)");
  if (inspection.encrypted) {
    encryption.require(inspection.extraction_allowed,
                       "26-002 : les droits interdisent la lecture par une synthèse vocale");
  }
  findings.push_back(encryption.finish());

  Rule scripts("scripts", "Le document ne contient pas de programme");
  scripts.require(entry(entry(catalog, "/Names"), "/JavaScript").isNull(),
                  "le document contient du JavaScript");
  scripts.require(name_of(entry(entry(catalog, "/OpenAction"), "/S")) != "/JavaScript",
                  "un JavaScript s’exécute à l’ouverture");
  scripts.require(entry(catalog, "/AA").isNull(), "des actions sont déclenchées d’elles-mêmes");
  for (const auto& annotation : inspection.annotations) {
    const auto action = name_of(entry(entry(annotation.object, "/A"), "/S"));
    if (action == "/JavaScript" || action == "/Launch") {
      scripts.fault(annotation.page, "une annotation lance un programme");
    }
  }
  findings.push_back(scripts.finish());

  Rule forms("xfa", "Il n’y a pas de formulaire XFA (Matterhorn 25-001)");
  auto form = entry(catalog, "/AcroForm");
  if (form.isDictionary()) {
    forms.require(entry(form, "/XFA").isNull(), "25-001 : le formulaire est au format XFA");
  }
  findings.push_back(forms.finish());

  check_attachments(inspection, findings);
  check_layers(inspection, findings);
}

void check_navigation(const Inspection& inspection, const InspectOptions& options,
                      Findings& findings) {
  const auto& catalog = inspection.catalog;
  const bool is_long = inspection.pages.size() > options.outline_beyond;
  Rule outline("signets", "Un long document qui a des titres a des signets");
  auto first = entry(entry(catalog, "/Outlines"), "/First");
  if ((is_long && has_headings(inspection.structure)) || !first.isNull()) {
    outline.require(first.isDictionary(), "il n’y a pas de signet");
  }
  std::set<QPDFObjGen> seen;
  for (auto item = first; item.isDictionary(); item = entry(item, "/Next")) {
    if (!seen.insert(item.getObjGen()).second) {
      outline.fault("la suite des signets tourne en rond");
      break;
    }
    outline.require(!is_blank(text_of(entry(item, "/Title"))), "un signet n’a pas de titre");
  }
  findings.push_back(outline.finish());

  Rule labels("numeros-de-page", "Un long document donne ses numéros de page au lecteur");
  auto page_labels = entry(catalog, "/PageLabels");
  if (is_long || !page_labels.isNull()) {
    labels.require(!tree_values(page_labels, "/Nums").empty(), "PageLabels est absent ou vide");
  }
  findings.push_back(labels.finish());
}

void check_claim(const Inspection& inspection, Findings& findings) {
  Rule rule("declaration", "Ce que le document dit de lui-même (PDF/UA, PDF/A) est tenu");
  const auto& packet = inspection.metadata;
  const bool failed = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.outcome == Outcome::failed;
  });
  for (const auto& [property, name] :
       {std::pair{"pdfuaid:part", "PDF/UA"}, std::pair{"pdfaid:part", "PDF/A"}}) {
    if (!xmp_value(packet, property).empty()) {
      rule.require(!failed, std::string("il se dit conforme à ") + name +
                                ", mais une règle au moins n’est pas suivie");
    }
  }
  findings.push_back(rule.finish());
}

}  // namespace pdf
