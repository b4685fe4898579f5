// Rules on the content streams and on the fonts. The numbers are those of the Matterhorn protocol.
#include <set>
#include <utility>

#include "pdf/inspection.hpp"

namespace pdf {

namespace {

using SequenceName = std::pair<QPDFObjGen, int>;

// The elements that claim each numbered sequence.
std::map<SequenceName, std::vector<std::size_t>> claims(const StructureReading& structure) {
  std::map<SequenceName, std::vector<std::size_t>> owners;
  for (std::size_t index = 0; index < structure.elements.size(); ++index) {
    for (const auto& kid : structure.elements[index].kids) {
      if (kid.kind == StructureKid::Kind::sequence) {
        owners[{kid.owner, kid.number}].push_back(index);
      }
    }
  }
  return owners;
}

// The element that the parent tree names for a sequence; nothing if there is none.
std::optional<QPDFObjGen> parent_in_tree(const StructureReading& structure,
                                         const ContentReading& content, int number) {
  const auto found = structure.parent_tree.find(content.struct_parents.value_or(-1));
  if (found == structure.parent_tree.end()) {
    return std::nullopt;
  }
  auto array = found->second;
  if (!array.isArray() || number < 0 || number >= array.getArrayNItems()) {
    return std::nullopt;
  }
  auto element = array.getArrayItem(number);
  return element.isDictionary() ? std::optional(element.getObjGen()) : std::nullopt;
}

void check_correspondence(const Inspection& inspection, Findings& findings) {
  Rule rule("correspondance",
            "Chaque contenu balisé a son élément de structure, et inversement (Matterhorn 01-005)");
  const auto owners = claims(inspection.structure);
  std::set<SequenceName> present;
  for (const auto& content : inspection.contents) {
    std::set<int> numbers;
    for (const auto& sequence : content.sequences) {
      rule.applies();
      const auto number = std::to_string(sequence.number);
      if (!numbers.insert(sequence.number).second) {
        rule.fault(content.page, "deux contenus portent le numéro " + number);
      }
      present.insert({content.owner, sequence.number});
      const auto found = owners.find({content.owner, sequence.number});
      if (found == owners.end()) {
        rule.fault(content.page, "le contenu " + number + " n’est dans aucun élément");
        continue;
      }
      if (found->second.size() > 1) {
        rule.fault(content.page, "le contenu " + number + " est dans deux éléments");
      }
      const auto parent = parent_in_tree(inspection.structure, content, sequence.number);
      if (!parent || *parent != inspection.structure.elements[found->second.front()].object) {
        rule.fault(content.page, "l’arbre des parents (ParentTree) ne mène pas du contenu " +
                                     number + " à son élément");
      }
    }
  }
  for (const auto& [name, elements] : owners) {
    if (!present.contains(name)) {
      const auto& element = inspection.structure.elements[elements.front()];
      rule.fault(element.page, "un élément " + element.raw_type + " montre un contenu absent");
    }
  }
  findings.push_back(rule.finish());
}

}  // namespace

void check_marks(const Inspection& inspection, Findings& findings) {
  Rule readable("contenu-lisible", "Le contenu des pages se lit");
  Rule marked("contenu-marque",
              "Tout ce qui est dessiné est balisé ou marqué comme décor (Matterhorn 01-003)");
  Rule balanced("marques-equilibrees", "Chaque marque ouverte est fermée");
  Rule nested("marques-separees",
              "Contenu et décor ne sont pas l’un dans l’autre (Matterhorn 01-001, 01-002)");
  Rule flat("marques-a-plat", "Aucun contenu numéroté n’est à l’intérieur d’un autre");
  for (const auto& content : inspection.contents) {
    readable.require(content.readable,
                     "page " + std::to_string(content.page) + " : contenu illisible");
    marked.applies();
    balanced.applies();
    nested.applies();
    flat.applies();
    if (content.unmarked > 0) {
      marked.fault(content.page,
                   std::to_string(content.unmarked) + " tracés ou textes sans marque");
    }
    if (!content.balanced) {
      balanced.fault(content.page, "les BDC ou BMC et les EMC ne se répondent pas");
    }
    if (content.nested > 0) {
      nested.fault(content.page, "un décor est dans un contenu, ou l’inverse");
    }
    if (content.nested_sequences > 0) {
      flat.fault(content.page, "un contenu numéroté est dans un autre");
    }
  }
  for (auto* rule : {&readable, &marked, &balanced, &nested, &flat}) {
    findings.push_back(rule->finish());
  }
  check_correspondence(inspection, findings);
}

void check_fonts(const Inspection& inspection, Findings& findings) {
  Rule embedded("polices-incorporees",
                "Les polices sont dans le fichier (Matterhorn 31-004, 31-009)");
  Rule unicode("texte-extrait",
               "Chaque caractère montré a un équivalent Unicode (Matterhorn 31-027 à 31-029)");
  Rule missing("glyphes-presents",
               "Aucun caractère n’est remplacé par un carré (Matterhorn 31-030)");
  for (const auto& font : inspection.fonts.all()) {
    if (font->used().empty()) {
      continue;
    }
    embedded.require(font->embedded(), "la police " + font->name() + " n’est pas incorporée");
    embedded.require(!font->lacks_glyph_map(), "la police " + font->name() +
                                                   " ne dit pas quel dessin montre chaque code "
                                                   "(CIDToGIDMap)");
    unicode.applies();
    missing.applies();
    std::size_t untold = 0, absent = 0;
    for (const auto code : font->used()) {
      const auto text = font->text(code);
      // Zero and the two marks of order are no characters.
      const bool useless = text && (text->empty() || *text == std::string(1, '\0') ||
                                    *text == "\uFEFF" || *text == "\xEF\xBF\xBE");
      untold += !text || useless ? 1 : 0;
      absent += font->shows_missing_glyph(code) ? 1 : 0;
    }
    if (untold > 0) {
      unicode.fault("la police " + font->name() + " montre " + std::to_string(untold) +
                    " signes sans texte");
    }
    if (absent > 0) {
      missing.fault("la police " + font->name() + " montre " + std::to_string(absent) +
                    " signes qu’elle n’a pas");
    }
  }
  for (auto* rule : {&embedded, &unicode, &missing}) {
    findings.push_back(rule->finish());
  }
}

}  // namespace pdf
